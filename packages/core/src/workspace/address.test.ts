import { describe, expect, it } from 'vitest';
import { readAddress } from './address.ts';

const good: readonly (readonly [string, string])[] = [
  ['support@example.com', 'support@example.com'],
  [' Support@Example.COM ', 'support@example.com'],
  ['a.b+c-d_e@sub.example.co', 'a.b+c-d_e@sub.example.co'],
  ["o'neill@example.com", "o'neill@example.com"],
  ['jose\u0301@example.com', 'jos\u00e9@example.com'],
  ['помощь@пример.рф', 'помощь@пример.рф'],
  ['support@localhost', 'support@localhost'],
  ['a/b@x.org', 'a/b@x.org'],
];

const bad = [
  '',
  'nobody',
  '@example.com',
  'a@',
  'a@b@c',
  'a b@example.com',
  'a@exam ple.com',
  'a@.example.com',
  'a@example..com',
  'a@example.com.',
  'a@-example.com',
  'a@example-',
  '"a"@example.com',
  'a@[127.0.0.1]',
  'Kim <kim@example.org>',
  'a,b@example.com',
  'a\u0000@example.com',
  'a\ud83d@example.com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}`,
];

describe('an address', () => {
  it.each(good)('%j is kept as %j', (text, expected) => {
    expect(readAddress(text)).toBe(expected);
  });

  it.each(bad)('%j is none', (text) => {
    expect(readAddress(text)).toBeUndefined();
  });

  it('is read in no time, however it tries', () => {
    const texts = [`a@${'a-'.repeat(50_000)}`, `${'a'.repeat(100_000)}@b`, `a@${'a.'.repeat(100)}-`];
    expect(texts.map(readAddress)).toEqual([undefined, undefined, undefined]);
  });
});
