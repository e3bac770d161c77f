import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailboxesOf } from '../inbound/mailboxes.ts';
import { readHead } from './read-head.ts';

describe('the head of a mail that cannot be read', () => {
  const head =
    'From: =?utf-8?q?=C3=89va?=\n <e@a.example>\nSubject: =?utf-8?q?T=C3=BCr?=\nTo: b@b.example, c@c.example\nX-y : z\n\nSubject: no';

  it.each([
    ['LF', head],
    ['CRLF', head.replaceAll('\n', '\r\n')],
    ['lone CR', head.replaceAll('\n', '\r')],
    ['a BOM and a line of a mailbox', `\u00ef\u00bb\u00bfFrom x\n${head}`],
  ])('is known, with %s', (_, text) => {
    const { lines, decoded } = readHead(Buffer.from(text, 'latin1'));
    expect(lines).toEqual([
      { key: 'from', line: 'From: =?utf-8?q?=C3=89va?=\n <e@a.example>' },
      { key: 'subject', line: 'Subject: =?utf-8?q?T=C3=BCr?=' },
      { key: 'to', line: 'To: b@b.example, c@c.example' },
      { key: 'x-y', line: 'X-y : z' },
    ]);
    expect(decoded.get('subject')).toBe('Tür');
    expect(mailboxesOf(decoded.get('from'))).toEqual([{ name: 'Éva', address: 'e@a.example' }]);
    expect(mailboxesOf(decoded.get('to')).map(({ address }) => address)).toEqual(['b@b.example', 'c@c.example']);
  });

  it('is the first of each header, cut where it is long', () => {
    const { lines, decoded } = readHead(
      Buffer.from(`Subject: a${'b'.repeat(9000)}\nSubject: c\n${'X: y\n'.repeat(900)}`),
    );
    expect(decoded.get('subject')).toMatch(/^ab+$/);
    expect(lines[0]?.line).toHaveLength(4000);
    expect(lines).toHaveLength(500);
  });

  it('is told of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(Array.isArray(readHead(bytes).lines)).toBe(true);
      }),
    );
  });
});
