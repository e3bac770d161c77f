import fc from 'fast-check';

const pieces = [
  ...['a', 'B', 'an', 'ana', 'Ana', 'anabel', 'order', 'INV-2291', '2291', 'ana@example.com', 'x_y', "don't", '7'],
  ...['é', 'e\u0301', 'ß', 'ẞ', 'Σ', 'ς', 'İ', 'ı', 'ﬁ', 'ﷺ', '½', '①', '²', 'Ł', 'й', 'ё', 'ΐ', 'ǰ', 'ŉ', 'क़'],
  ...[
    '東',
    '京',
    '々',
    '〇',
    'タワー',
    'ｶﾞ',
    'か\u3099',
    '한',
    '\u1112\u1161\u11ab',
    '\u1112',
    '\u1161',
    '\u11ab',
    'ㅋㅏ',
  ],
  ...['ที่', 'นี่', 'ำ', 'กำ', '๓', 'ລາວ', 'ភាសា', 'မြန်မာ', 'हिन्दी', 'مُحَمَّد', 'ـ', 'שָׁלוֹם', 'ʼ'],
  ...[
    ' ',
    '  ',
    '\n',
    '-',
    '.',
    '…',
    '\u00ad',
    '\u200b',
    '\u200c',
    '\u200d',
    '\ufe0f',
    '\u20e3',
    '😀',
    '\ud83d',
    '\ude00',
  ],
  ...[
    '\u0301',
    '\u0323',
    '\u0e38',
    '\u0e48',
    '\u093f',
    '\u3099',
    '\u0345',
    '\u05b8',
    '\u0301'.repeat(12),
    '\u0e48'.repeat(12),
  ],
  ...['a'.repeat(63), 'é'.repeat(64), '😀'.repeat(10), '１２３'],
];

/** Texts in which many scripts meet, with marks, halves of pairs and what is never seen between them. */
export const someText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);
