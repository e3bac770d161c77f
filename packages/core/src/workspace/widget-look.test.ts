import { describe, expect, it } from 'vitest';
import { defaultSettings } from './default-settings.ts';
import { snippetOf } from './snippet.ts';
import { readWidgetLook, refuseSession } from './widget-look.ts';
import type { WidgetLook } from './workspace.ts';

const look: WidgetLook = defaultSettings.widget;

describe('the look of the widget', () => {
  it('is kept with its colour in lower case, its greeting trimmed and each origin once', () => {
    const origins = ['https://a.example', 'http://localhost:3000', 'https://a.example'];
    const read = readWidgetLook({ ...look, colour: '#ABCDEF', greeting: ' Hi ', origins });
    const kept = { colour: '#abcdef', greeting: 'Hi', origins: origins.slice(0, 2) };
    expect(read).toEqual({ ok: true, value: { ...look, ...kept } });
  });

  const wrong: readonly (readonly [Partial<WidgetLook>, string])[] = [
    [{ colour: 'red' }, 'colour'],
    [{ greeting: 'x'.repeat(501) }, 'greeting'],
    [{ origins: ['https://a.example', 'a.example'] }, 'origins.1'],
    [{ origins: ['https://a.example/'] }, 'origins.0'],
    [{ origins: ['https://a.example/shop'] }, 'origins.0'],
    [{ origins: ['https://A.example'] }, 'origins.0'],
    [{ origins: ['https://a.example:443'] }, 'origins.0'],
    [{ origins: ['https://user@a.example'] }, 'origins.0'],
    [{ origins: ['null'] }, 'origins.0'],
    [{ origins: ['*'] }, 'origins.0'],
    [{ origins: ['file:///'] }, 'origins.0'],
    [{ origins: ['javascript:alert(1)'] }, 'origins.0'],
    [{ origins: Array.from({ length: 101 }, (_, index) => `https://${index}.example`) }, 'origins'],
  ];
  it.each(wrong)('is refused with %o at %s', (change, path) => {
    const refused = { ok: false, refusal: { code: 'setting-invalid', path } };
    expect(readWidgetLook({ ...look, ...change })).toEqual(refused);
  });
});

describe('a page that asks for a session', () => {
  const own = ['https://a.example'];
  it.each([
    [[], 'optional', undefined, false, undefined],
    [[], 'optional', 'https://b.example', false, undefined],
    [own, 'optional', 'https://a.example', false, undefined],
    [own, 'optional', 'https://b.example', true, 'origin-not-allowed'],
    [own, 'optional', 'https://a.example.evil', true, 'origin-not-allowed'],
    [own, 'optional', 'null', true, 'origin-not-allowed'],
    [own, 'optional', undefined, true, 'origin-not-allowed'],
    [[], 'required', undefined, false, 'identity-required'],
    [[], 'required', undefined, true, undefined],
    [own, 'required', 'https://b.example', false, 'origin-not-allowed'],
  ] as const)(
    'origins %j, identity %s, from %s, identity given %s: %s',
    (origins, identity, origin, hasIdentity, code) => {
      expect(refuseSession({ ...look, origins, identity }, { origin, hasIdentity })?.code).toBe(code);
    },
  );
});

describe('the script to paste', () => {
  it('loads the widget from the desk and says whose it is', () => {
    expect(snippetOf('https://desk.example', 'wk_1')).toBe(
      '<script src="https://desk.example/widget/loader.js" data-key="wk_1" async></script>',
    );
  });

  it('ends no attribute and opens no element, whatever it is given', () => {
    expect(snippetOf('https://x"<b', '&"<')).toBe(
      '<script src="https://x&quot;&lt;b/widget/loader.js" data-key="&amp;&quot;&lt;" async></script>',
    );
  });
});
