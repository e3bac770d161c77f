import { describe, expect, it } from 'vitest';
import { decodeWords } from './decode-words.ts';

describe('a header’s value', () => {
  it.each([
    ['plain', 'plain'],
    ['=?utf-8?Q?R=C3=A9ponse_automatique?= : x', 'Réponse automatique : x'],
    ['=?UTF-8?B?5Y+W5raI?=', '取消'],
    ['=?utf-8?B?5Y8=?= =?utf-8?B?luWPlg==?=', '取取'],
    ['=?iso-2022-jp?B?GyRCPCtGMEpWPy4bKEI=?=', '自動返信'],
    ['=?windows-1252?q?caf=E9_=80?=', 'café €'],
    ['=?gb2312?B?19S2r7vYuLQ=?=', '自动回复'],
    ['=?koi8-r?B?4dfUz8/U18XU?=', 'Автоответ'],
    ['=?ks_c_5601-1987?B?wNq1vyDIuL3F?=', '자동 회신'],
    ['=?utf-8*en?q?a?= =?utf-8?q?b?= c', 'ab c'],
    ['a =?utf-8?q?b?= c', 'a b c'],
    ['=?no-such?q?caf=C3=A9?=', 'café'],
    ['=?utf-8?x?a?= =?utf-8?q?a', '=?utf-8?x?a?= =?utf-8?q?a'],
    [Buffer.from('Tür').toString('latin1'), 'Tür'],
    ['T\u00fcr', 'Tür'],
  ])('%j reads %s', (value, text) => expect(decodeWords(value)).toBe(text));
});
