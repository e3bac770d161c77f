import type { SeededRandom } from '@deskkit/core/testing';

/** Texts that have broken programs before. */
const texts = [
  '',
  ' ',
  '\u0000',
  '\u200b',
  '\u202egnp.exe',
  '\ud800',
  '🧨'.repeat(50),
  'é\u0301\u0301\u0301',
  'İı',
  '../../../etc/passwd',
  '..%2f..%2f',
  'C:\\con',
  "'; DROP TABLE row; --",
  "' OR 1=1 --",
  '%_%',
  '$1',
  '=cmd|"/c calc"!A1',
  '@SUM(1+1)',
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  '<script>alert(1)</script>',
  '{{contact.name}}',
  '\r\nBcc: all@example.com',
  '1e309',
  '-0',
  'NaN',
  'null',
  '2026-13-45T99:99:99Z',
  '0000-01-01T00:00:00Z',
  'x'.repeat(5_000),
  '@'.repeat(3_000),
  '('.repeat(3_000),
  'NEAR("a" "b") OR *',
];

export function nastyText(random: SeededRandom): string {
  if (random.below(200) === 0) return 'y'.repeat(150_000);
  return texts[random.below(texts.length)] ?? '';
}

/** Any JSON value but the one that is wanted. */
export function nastyValue(random: SeededRandom): unknown {
  switch (random.below(12)) {
    case 0:
      return null;
    case 1:
      return random.below(2) === 0;
    case 2:
      return -1 * random.below(2 ** 31);
    case 3:
      return 2 ** 53;
    case 4:
      return 0.1;
    case 5:
      return [];
    case 6:
      return {};
    case 7:
      return Array.from({ length: 300 }, () => nastyText(random));
    case 8:
      return nested(200);
    case 9:
      return JSON.parse('{"__proto__": {"role": "owner"}, "constructor": {"prototype": {"isAdmin": true}}}');
    default:
      return nastyText(random);
  }
}

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}
