import { parseBody } from '@deskkit/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlain } from './is-plain.ts';

const pieces = fc.constantFrom(
  'a',
  ' ',
  '\n',
  '*',
  '_',
  '`',
  '```',
  '[',
  '](',
  ')',
  'https://x.y',
  'HTTP://x',
  '\\',
  '#',
  'mailto:',
  'é',
);
const text = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));

it('takes for plain only what parsing leaves as it is', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('text' as const, 'markdown' as const), (text, format) => {
      fc.pre(isPlain({ text, format }));
      const blocks = parseBody({ text, format });
      expect(
        blocks.every((block) => block.kind === 'text' && block.children.every((child) => typeof child === 'string')),
      ).toBe(true);
      expect(
        blocks
          .flatMap((block) => (block.kind === 'text' ? block.children : []))
          .join('')
          .trim(),
      ).toBe(text.trim());
    }),
  );
});

it.each(['Which day suits you?', 'A list:\n- one\n- two', 'a@b.example'])('has nothing to do for %j', (text) => {
  expect(isPlain({ text, format: 'markdown' })).toBe(true);
});
