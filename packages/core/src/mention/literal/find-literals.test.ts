import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, parseBody } from '../../message/parse-markdown.ts';
import { mentionedHandles } from '../mentioned-handles.ts';
import { findLiterals } from './find-literals.ts';

describe('code mentions nobody', () => {
  it.each([
    '`@ana`',
    '``a ` @ana``',
    '```` ``` @ana ````',
    '`a\n@ana`',
    '``@ana`',
    '`x\n``a\n@ana``',
    '`a``@ana`',
    '- `@ana`',
    '> `a\n> @ana`',
    '```\n@ana\n```',
    '```ts\nconst x = `@ana`;\n```',
    '``` @ana\n```',
    '````\n```\n@ana\n````',
    '```\n@ana',
    'a\n```\n\n@ana\n~~~\n@ana',
    '~~~\n@ana\n~~~',
    '~~~ x\n@ana\n``` \n@ana',
    '~~~~\n@ana\n~~~\n@ana',
    '   ~~~\n   @ana',
    '```\n@ana\n    ```\n@ana',
    '```a\n``` b\n@ana',
    '```a\nx\n```b\n@ana\n```',
    '    @ana',
    '\t@ana',
    'a\n\n    @ana\n\n    @ana',
    '# a\n    @ana',
    'a\n---\n    @ana',
    'a\n===\n    @ana',
    '***\n    @ana',
    '* * *\n\n    @ana',
    '>     @ana',
    '>\t  @ana',
    '> ```\n> @ana',
    '- a\n\n      @ana',
    '-     @ana',
    '1. a\n2.     @ana',
    '-\n\n    @ana',
    '1. ```\n   @ana\n\n   @ana\n   ```',
    '- > ~~~\n  > @ana',
    '\r\n~~~\r\n@ana\r\n~~~\r\n',
    '~~~\n```\n~~~\n@ana\n```',
  ])('%j', (text) => {
    expect(mentionedHandles(text)).toEqual([]);
  });
});

describe('links and URLs mention nobody', () => {
  it.each([
    '[@ana](https://example.com)',
    '[x](/users/@ana)',
    '[x](<a b @ana>)',
    '[x](/u "@ana")',
    "[x](/u '@ana' )",
    '[x]( /u\n(@ana))',
    '[a [b] @ana](/u)',
    '[a `]` @ana](/u)',
    '[x](/u(a)/@ana)',
    '[@ana `b`](/u)',
    '![@ana](/u)',
    '![a [b](/u) @ana](/v)',
    '[a ![b](/u) @ana](/v)',
    '[@ana][r]\n\n[r]: /u',
    '[@ana][]\n\n[@ANA]: /u',
    '[@ana]\n\n[@ana]: /u "title"',
    '[r]: /users/@ana',
    '[r]: <@ana>\n[s]:\n/@ana\n"@ana"',
    '<https://example.com/@ana>',
    '<irc:@ana>',
    '<ana@example.com>',
    'https://example.com/@ana',
    'HTTP://example.com?u=@ana',
    'xhttps://example.com/@ana',
    '_https://example.com/@ana_',
    '@http://example.com',
    'ftp://@ana',
    'see www.example.com/@ana',
    'example.com/@ana',
    'müller.example:8080/a/@ana',
    'mailto:x?cc=@ana',
    '[@ana `b](https://example.com) c`',
    '[https://example.com][r]/@ana\n\n[r]: /u',
  ])('%j', (text) => {
    expect(mentionedHandles(text)).toEqual([]);
  });
});

describe('code and links end where they end', () => {
  it.each([
    ['`open @ana', ['ana']],
    ['``two` @ana', ['ana']],
    ['`a` @ana `b`', ['ana']],
    ['\\`@ana\\`', ['ana']],
    ['`a\n\n@ana `', ['ana']],
    ['- `a\n- @ana `', ['ana']],
    ['```\na\n```\n@ana', ['ana']],
    ['~~~\na\n~~~~ \n@ana', ['ana']],
    ['> ```\n> a\n\n@ana', ['ana']],
    ['> ```\n> a\n@ana', ['ana']],
    ['> ```\n    > b\n> @ana', ['ana']],
    ['- ```\n  a\n\n@ana', ['ana']],
    ['``` a`b\n@ana', ['ana']],
    ['a\n    @ana', ['ana']],
    ['- a\n\n    @ana', ['ana']],
    ['  - a\n\n      @ana', ['ana']],
    ['1. a\n\n    - @ana', ['ana']],
    ['> a\n    @ana', ['ana']],
    ['[x](/u) @ana', ['ana']],
    ['[x](https://example.com)@ana', ['ana']],
    ['`https://`@ana', ['ana']],
    ['https://example.com @ana', ['ana']],
    ['https://example.com<@ana>', ['ana']],
    ['ftp://example.com<@ana>', ['ana']],
    ['~~~\n```\n~~~\n@ana', ['ana']],
    ['[x](unclosed @ana\n@ben', ['ana', 'ben']],
    ['[x](a b @ana)', ['ana']],
    ['\\[@ana](/u)', ['ana']],
    ['[a [b](/u) @ana](/u)', ['ana']],
    ['[@ana][r] [@ben] [@cem][]', ['ana', 'ben', 'cem']],
    ['[r]: /u x @ana', ['ana']],
    ['[Owner]: @ana\n[Next]: ＠ben', ['ana', 'ben']],
    ['[r]: /u\n\n[s][t] [@ana]', ['ana']],
    ['<ab: @ana>', ['ana']],
    ['and/or @ana, 1.5/@ben', ['ana', 'ben']],
  ])('%j', (text, handles) => {
    expect(mentionedHandles(text)).toEqual(handles);
  });
});

const inside = fc
  .array(fc.constantFrom('@ana', ' @cem', '.', ' x ', '(@ana)', '😀', '\u0301', 'é', '"', '＠ana'), { maxLength: 8 })
  .map((parts) => `a${parts.join('')}b`);
const fence = fc.constantFrom('```', '````', '~~~', '~~~~~');
const ticks = fc.constantFrom('`', '``', '```', '`````');
const address = inside.map((text) => text.replace(/[\s()"]/g, ''));
const literal = fc.oneof(
  fc.tuple(ticks, inside).map(([run, text]) => `${run}${text}${run}`),
  fc.tuple(fence, inside).map(([run, text]) => `\n${run}\n${text}\n\n @ana\n${run}\n`),
  fc.tuple(fence, inside).map(([run, text]) => `\n> ${run}\n> ${text}\n> ${run}\n`),
  inside.map((text) => `\n\n    @ana ${text}\n\n`),
  fc.tuple(inside, address).map(([text, target]) => `[${text}](/${target})`),
  fc.tuple(inside, address).map(([text, target]) => `[${text} @ana](https://example.com/@ana/${target})`),
  inside.map((text) => `[@ana ${text}][known]`),
  address.map((target) => `<https://example.com/@ana/${target}>`),
  address.map((target) => `https://example.com/@ana/${target}`),
  address.map((target) => `example.com/@ana/${target}`),
  fc.constantFrom('ana@example.com', 'ana+x@example.com', '<ana@example.com>', '@ana@example.com'),
);

describe('findLiterals', () => {
  it('lets nobody be mentioned in code, in a link or in an address, and lets everybody around', () => {
    fc.assert(
      fc.property(fc.array(literal, { minLength: 1, maxLength: 4 }), (literals) => {
        const text = `@ben ${literals.join('\n\n@dan ')}\n\n@eva\n\n[known]: /u/@ana\n`;
        expect(mentionedHandles(text)).toEqual(literals.length > 1 ? ['ben', 'dan', 'eva'] : ['ben', 'eva']);
      }),
      { numRuns: 1_000 },
    );
  });

  it('lets an unclosed fence be code to the end', () => {
    fc.assert(
      fc.property(fence, fc.array(inside), (run, lines) => {
        expect(mentionedHandles(`@ben\n${run}\n${lines.join('\n')}\n@ana`)).toEqual(['ben']);
      }),
      { numRuns: 1_000 },
    );
  });

  const pieces = [
    '`',
    '``',
    '```',
    '\n```\n',
    '\n```ts\n',
    '~~~',
    '[',
    ']',
    '](',
    '](https://x.de/',
    ')',
    '\\',
    '**',
    '_',
  ];
  const morePieces = ['https://', '<', '>', '(', '\n', '\n\n', '    ', ' ', 'a', '.', '"', '[r]: /u', '\u2028', '\r\n'];
  const jumble = fc.array(fc.oneof(fc.constant('@'), fc.constantFrom(...pieces, ...morePieces)), { maxLength: 40 });

  it('agrees with what is shown: what is shown as code or as a link mentions nobody', () => {
    fc.assert(
      fc.property(jumble, (parts) => {
        const text = parts.map((part, index) => (part === '@' ? `@m${index}x` : part)).join('');
        const shown = literalWords(parseBody({ format: 'markdown', text })).join('\n');
        for (const handle of mentionedHandles(text)) expect(shown).not.toContain(`@${handle}`);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives spans in order, without overlaps, inside of the text', () => {
    fc.assert(
      fc.property(jumble, (parts) => {
        let last = -1;
        for (const { from, to } of findLiterals(parts.join(''))) {
          expect(from).toBeGreaterThan(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(parts.join('').length);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** What is shown as code or as a link. */
function literalWords(nodes: readonly (Block | Inline)[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.kind === 'code') return [node.text];
    if (node.kind === 'link')
      return [node.href, ...node.children.map((child) => (typeof child === 'string' ? child : ''))];
    return literalWords(node.children);
  });
}
