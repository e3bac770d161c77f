import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionedHandles } from '../mention/mentioned-handles.ts';
import type { Body } from '../message/body.ts';
import { parseBody, wordsOf } from '../message/parse-markdown.ts';
import { fillIn, firstNameOf, isVariable, variables, variablesOf } from './fill-in.ts';
import { gap } from './neutral-value.ts';

const values = {
  'contact.name': 'Ana Lee',
  'contact.first-name': 'Ana',
  'teammate.name': 'Ben Okri',
  'teammate.first-name': 'Ben',
  'conversation.number': '42',
  'workspace.name': 'Acme',
};

describe('fillIn', () => {
  it.each([
    ['', ''],
    ['no variables, {one} brace', 'no variables, {one} brace'],
    ['{{contact.name}}/{{contact.first-name}}/{{teammate.name}}/{{teammate.first-name}}', 'Ana Lee/Ana/Ben Okri/Ben'],
    ['#{{conversation.number}} at {{workspace.name}}.', '#42 at Acme.'],
    ['{{ contact.name }}{{contact.name}}', 'Ana LeeAna Lee'],
    ['Hi {{contact.first-name | there}}', 'Hi Ana'],
    [
      '**{{contact.name}}**, [order](https://x.example/{{conversation.number}})',
      '**Ana Lee**, [order](https://x.example/42)',
    ],
    ['{{{contact.first-name}}}', `{${gap}Ana}`],
    ['{{contact.name\n}}', '{{contact.name\n}}'],
    ['{{contact.name}', '{{contact.name}'],
    ['{{contact.name|a|b}}', 'Ana Lee'],
  ])('makes of %j %j', (text, filled) => {
    expect(fillIn(text, values)).toEqual({ text: filled, unknown: [], missing: [] });
  });

  it.each([
    ['a default', 'Hi {{contact.first-name | there}}!', 'Hi there!', []],
    ['a default with markdown of its author', '{{contact.name|**you** | all}}', '**you** | all', []],
    ['an empty default', 'Hi{{contact.name|}}!', 'Hi!', []],
    ['no default', 'Hi {{contact.name}}!', 'Hi !', ['contact.name']],
    ['no default, twice', '{{contact.name}}{{teammate.name}}{{contact.name}}', '', ['contact.name', 'teammate.name']],
  ])('without a value takes %s', (_, text, filled, missing) => {
    expect(fillIn(text, {})).toEqual({ text: filled, unknown: [], missing });
    const empty = { 'contact.name': null, 'contact.first-name': ' \n', 'teammate.name': '' };
    expect(fillIn(text, empty)).toEqual({ text: filled, unknown: [], missing });
  });

  it('leaves names that it does not know, and says which', () => {
    const text = '{{contact.email}} {{Contact.Name|x}} {{ contact.email }} {{constructor}} {{}} {{ |x}} {{__proto__}}';
    expect(fillIn(text, values)).toEqual({
      text,
      unknown: ['contact.email', 'Contact.Name', 'constructor', '__proto__'],
      missing: [],
    });
  });

  it.each([
    ['**Ana**', '\\*\\*Ana\\*\\*'],
    ['_Ana_ ~Lee~', '\\_Ana\\_ \\~Lee\\~'],
    ['O`Brien', "O'Brien"],
    ['[a](mailto:b)', `\\[a\\]${gap}(mailto:b)`],
    ['# Ana', `${gap}# Ana`],
    ['1. Ana', `${gap}1. Ana`],
    ['Ana-Maria (Acme) 1.', 'Ana-Maria (Acme) 1.'],
    ['  Ana\n\n\tLee ', 'Ana Lee'],
    ['Ana\u0000Lee', 'Ana Lee'],
    ['back\\', 'back\\\\'],
    ['{{teammate.name}}', `{${gap}{teammate.name}}`],
    ['@ben', `@${gap}ben`],
    ['＠ben', `＠${gap}ben`],
    ['see https://evil.example', `see https:/${gap}/evil.example`],
    ['_awww.evil.example', `\\_awww${gap}.evil.example`],
    ['<b>&lt;', `<${gap}b>&${gap}lt;`],
    ['AT&T < 3', 'AT&T < 3'],
    ['R&D;', `R&${gap}D;`],
  ])('writes the value %j as %j', (value, written) => {
    expect(fillIn('{{contact.name}}', { 'contact.name': value }).text).toBe(written);
  });

  it('writes no backslashes into plain text', () => {
    const value = '*Ana* [x](y) `z` \\ 1. @ben http://x {{a}}';
    expect(fillIn('{{contact.name}}', { 'contact.name': value }, 'text').text).toBe(
      `*Ana* [x](y) \`z\` \\ 1. @${gap}ben http:/${gap}/x {${gap}{a}}`,
    );
  });

  it.each([
    ['a mention that the text began', '@{{contact.name}}', 'ana', '@|ana'],
    ['a mention that the text ended', '@ana{{contact.name}}', '-lee', '@ana|-lee'],
    ['a variable that the text began', '{{{contact.name}}', '{b}}', '{|{b}}'],
    ['a variable around it', '{{contact.{{teammate.name}}}}', 'name', '{{contact.|name}}'],
    ['an escape that the text began', '\\{{contact.name}}', '*', '\\|\\*'],
    ['a tag that the text began', '<{{contact.name}}', 'b', '<|b'],
    ['a link that the text ends', '[{{contact.name}}(mailto:a)', 'b]', '[b\\]|(mailto:a)'],
    ['a list that two values make', '{{conversation.number}}{{contact.name}}', '. a', '42|. a'],
    ['an address that two values make', '{{workspace.name}}:{{contact.name}}', '//a', 'Acme:|/|/a'],
  ])('keeps a value out of %s', (_, text, value, filled) => {
    const others = { ...values, 'contact.name': value, 'teammate.name': value };
    expect(fillIn(text, others).text).toBe(filled.replaceAll('|', gap));
  });

  it.each([
    ['a mention', '@{{contact.name}}', 'ana', '@|ana'],
    ['a variable that the text began', '{{{contact.name}}', '{b}}', '{|{b}}'],
    ['a variable that the text ends', '{{contact.name}}{teammate.name}}', 'b{', 'b{|{teammate.name}}'],
    ['an address', 'https:{{teammate.name}}{{contact.name}}', '/', 'https:|/|/'],
  ])('keeps a value out of %s in every format', (_, text, value, filled) => {
    const both = { 'contact.name': value, 'teammate.name': value };
    for (const format of ['markdown', 'text'] as const) {
      expect(fillIn(text, both, format).text).toBe(filled.replaceAll('|', gap));
    }
  });
});

const nasty = [
  ...['*', '**', '***', '_', '__', '`', '``', '```', '~~', '[', ']', '(', ')', '](', '[e](mailto:v)', '!', '\\'],
  ...[
    'http://e',
    'HTTPS://v',
    'https:',
    '//',
    '/',
    'mailto:',
    'www.',
    '<',
    '>',
    '<eve@v.e>',
    '&lt;',
    '#',
    '-',
    '+',
    '=',
  ],
  ...['@', '＠', '@eve', 'eve', 'e', '.', ':', '1', ' ', '\n', '\t', gap, '😀', '\u0301'],
  ...['{', '{{', '}', '}}', '|', 'contact.name', '{{workspace.name}}'],
];
const someValue = fc.array(fc.constantFrom(...nasty), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
const someValues = fc.record({ 'contact.name': someValue, 'teammate.name': someValue, 'workspace.name': someValue });

/** A text in parts, between them variables. */
function someParts(...pieces: string[]): fc.Arbitrary<string[]> {
  const all = ['{{contact.name}}', '{{teammate.name}}', '{{workspace.name}}', ...pieces];
  return fc.array(fc.constantFrom(...all), { maxLength: 12 });
}

/** What a reader sees of a value. */
function seenOf(value: string, format: Body['format']): string {
  const line = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return (format === 'markdown' ? line.replaceAll('`', "'") : line).replaceAll(gap, '');
}

describe('a value, whatever it is', () => {
  it.each(['markdown', 'text'] as const)('reads as itself in %s', (format) => {
    fc.assert(
      fc.property(someParts('a', ' ', '\n', '.', ',', ':', '-'), someValues, (parts, values) => {
        const { text: filled } = fillIn(parts.join(''), values, format);
        const blocks = parseBody({ format, text: filled });
        for (const block of blocks) {
          expect(block.kind).toBe('text');
          if (block.kind === 'text') expect(block.children.every((node) => typeof node === 'string')).toBe(true);
        }
        const seen = new Map(Object.entries(values).map(([name, value]) => [`{{${name}}}`, seenOf(value, format)]));
        const plain = parts.map((part) => seen.get(part) ?? part).join('');
        const shown = wordsOf(blocks).replaceAll(gap, '');
        expect(shown.trimEnd()).toBe(plain.trimEnd());
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['markdown', 'text'] as const)('is no part of a mention in %s', (format) => {
    const someText = someParts('@', '@ana', 'an', ' ', '\n', '`', '``', '[', '](', ')', '\\', '<', '-', '.', '_');
    fc.assert(
      fc.property(someText, someValues, (parts, values) => {
        for (const handle of mentionedHandles(fillIn(parts.join(''), values, format).text))
          expect(handle).toMatch(/^[an._-]+$/);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['markdown', 'text'] as const)('brings in no further variable in %s', (format) => {
    fc.assert(
      fc.property(someParts('{', '{{', '}', '}}', 'contact.', 'name', ' '), someValues, (parts, values) => {
        const some = { ...values, 'contact.name': `e${values['contact.name']}` };
        fc.pre(Object.values(some).every((value) => value.trim() !== ''));
        expect(variablesOf(fillIn(parts.join(''), some, format).text).filter(isVariable)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('variablesOf', () => {
  it('gives each name once, in the order of the text', () => {
    expect(variablesOf('{{b}} {{contact.name | x}} {{ b }} {{}} {c} {{__proto__}}')).toEqual([
      'b',
      'contact.name',
      '__proto__',
    ]);
  });

  it('gives those that can be filled in, and those that fillIn does not know', () => {
    const names = fc.constantFrom(...variables, 'contact.email', 'constructor', 'x y', '');
    fc.assert(
      fc.property(fc.array(names, { maxLength: 8 }), (names) => {
        const text = names.map((name) => `{{${name}}} `).join('');
        const { unknown, missing } = fillIn(text, {});
        expect(new Set(variablesOf(text))).toEqual(new Set([...unknown, ...missing]));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('firstNameOf', () => {
  it.each([
    ['Ana Lee', 'Ana'],
    [' Ana\u00a0Lee', 'Ana'],
    ['Lee, Ana', 'Lee'],
    ['Ana-Maria', 'Ana-Maria'],
    ['渡辺', '渡辺'],
    ['', null],
    ['  ', null],
    [null, null],
  ])('of %j is %j', (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});

// Squared in its length, none of these would end within the time-out.
it.each([
  '{',
  '{{',
  '{{a',
  '{{a|',
  '{{a}',
  '}}',
  '@',
  '@a',
  '\\',
  '{{contact.name}}',
  '{{b}}',
  '{{contact.name|@}}',
  '\n',
])('fills in half a megabyte of %j', (piece) => {
  const text = piece.repeat(500_000 / piece.length);
  const { unknown } = fillIn(`${text}{{c}}`, { 'contact.name': 'Ana' });
  expect(unknown).toContain('c');
  expect(fillIn('{{contact.name}}', { 'contact.name': `${text}x` }).text).toContain('x');
});
