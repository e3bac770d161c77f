import { expect, it } from 'vitest';
import { type Attachment, textWith } from './attachment.ts';

const file = new File([], 'a.txt');
const stored: Attachment = { file, share: 1, url: 'https://files.example/a' };
const failed: Attachment = { file, share: 0.4, hasFailed: true };

it.each([
  ['words alone', ' Hello ', [], 'Hello'],
  ['words and a file', 'Hello', [stored], 'Hello\nhttps://files.example/a'],
  ['a file alone', '  ', [stored], 'https://files.example/a'],
  ['nothing of a file that could not be stored', 'Hello', [failed, stored], 'Hello\nhttps://files.example/a'],
  ['nothing while a file is on its way', 'Hello', [{ file, share: 0.5 }], ''],
  ['nothing at all', ' ', [], ''],
] as const)('sends %s', (_, words, attachments, text) => {
  expect(textWith(words, attachments)).toBe(text);
});
