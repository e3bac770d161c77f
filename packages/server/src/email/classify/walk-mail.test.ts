import { describe, expect, it } from 'vitest';
import { classifyMail } from './classify-mail.ts';
import { readBounce } from './read-bounce.ts';
import { mailOf, multipartOf } from './testing/mail-of.ts';
import { readHeaders, walkMail } from './walk-mail.ts';

const nested = (depth: number, boundary: (level: number) => string) =>
  Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/mixed; boundary="${boundary(level)}"\n\n--${boundary(level)}\n`,
  ).join('');

describe('a mail’s parts', () => {
  const shape = (raw: Buffer) => walkMail(raw).parts.map(({ type, raw: body }) => [type, body]);

  it('are found in their order from every level, without what stands around them', () => {
    const inner =
      'Content-Type: multipart/alternative; boundary=in\n\n--in\n\none\n--in\nContent-Type: text/html\n\ntwo\n--in--\nafter';
    const raw = multipartOf('multipart/mixed', [], [inner, 'Content-Type: IMAGE/png; name="x"\n\nthree']);
    expect(shape(raw)).toEqual([
      ['text/plain', 'one'],
      ['text/html', 'two'],
      ['image/png', 'three'],
    ]);
  });

  it('do not end where a line only begins like a boundary', () => {
    const raw = multipartOf('multipart/mixed', [], ['\n--edgeways\n--edge-case\n --edge']);
    expect(shape(raw)).toEqual([['text/plain', '--edgeways\n--edge-case\n --edge']]);
  });

  it('end with the mail where the boundary is missing', () => {
    expect(shape(mailOf('Content-Type: multipart/mixed; boundary=a', '--a\n\none'))).toEqual([['text/plain', 'one\n']]);
    expect(shape(mailOf('Content-Type: multipart/mixed; boundary=a', 'none'))).toEqual([['text/plain', 'none\n']]);
    expect(shape(mailOf('Content-Type: multipart/mixed', 'none'))).toEqual([['multipart/mixed', 'none\n']]);
  });

  it('end an open level where an outer boundary comes', () => {
    const inner = 'Content-Type: multipart/mixed; boundary=in\n\n--in\n\none';
    expect(shape(multipartOf('multipart/mixed', [], [inner, '\ntwo'])).map(([, body]) => body)).toEqual(['one', 'two']);
  });

  it('are kept whole where they are mails', () => {
    const attached = 'Content-Type: multipart/mixed; boundary=in\n\n--in\n\none\n--in--';
    expect(shape(multipartOf('multipart/mixed', [], [`Content-Type: message/rfc822\n\n${attached}`]))).toEqual([
      ['message/rfc822', attached],
    ]);
  });

  it('are looked for thirty levels deep', () => {
    const [part, ...more] = walkMail(Buffer.from(`${nested(40, (level) => `b${level}`)}\nend`)).parts;
    expect(more).toEqual([]);
    expect([part?.type, part?.raw.startsWith('--b30\n')]).toEqual(['multipart/mixed', true]);
  });

  it('are found where the boundary stands on a line that was not folded', () => {
    expect(shape(mailOf('Content-Type: multipart/mixed;\nboundary="a"', '--a\n\none\n--a--'))).toEqual([
      ['text/plain', 'one'],
    ]);
  });

  it('are at most two hundred', () => {
    expect(
      walkMail(
        multipartOf(
          'multipart/mixed',
          [],
          Array.from({ length: 900 }, () => '\nx'),
        ),
      ).parts,
    ).toHaveLength(200);
  });
});

describe('headers', () => {
  it('are unfolded, and only lines that are headers count', () => {
    const headers = readHeaders('A: one\n two\nno header\nB : three\n\nC: body');
    expect([headers.first('a'), headers.first('b'), headers.first('c')]).toEqual(['one  two', 'three', undefined]);
  });

  it('are read to one megabyte', () => {
    const { headers } = walkMail(Buffer.from(`A: 1\n${`B: ${'x'.repeat(995)}\n`.repeat(1100)}C: 2\n\nbody`));
    expect(headers.first('a')).toBe('1');
    expect(headers.all('b').length).toBeGreaterThan(900);
    expect(headers.first('c')).toBeUndefined();
  });
});

describe('hostile mail gets an answer:', () => {
  const daemon = 'From: mailer-daemon@mx.example\n';
  const mega = 1_000_000;
  it.each([
    ['5,000 levels', nested(5000, (level) => `b${level}`)],
    ['5,000 levels of one boundary', nested(5000, () => 'b')],
    [
      'levels of long boundaries',
      nested(29, (level) => '-'.repeat(200) + level) + `${'-'.repeat(202)}\n`.repeat(10_000),
    ],
    ['8 MB of header', `X: ${'y'.repeat(76)}\n`.repeat(100_000)],
    ['one header of 8 MB', `Subject: ${'=?utf-8?q?'.repeat(8e5)}\n\nx`],
    ['a header of folds', `Content-Type: multipart/mixed${'\n ;'.repeat(mega)}\n\nx`],
    ['only boundaries', `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n'.repeat(mega)}`],
    ['only dashes', `Content-Type: multipart/mixed; boundary=b\n\n${'-'.repeat(8 * mega)}`],
    ['only lone CR', '\r'.repeat(8 * mega)],
    ['only line ends', `${daemon}\n${'\n'.repeat(8 * mega)}`],
    ['one line of spaces', `${daemon}\n${' '.repeat(8 * mega)}x`],
    ['open tags', `${daemon}Content-Type: text/html\n\n${'<br '.repeat(2 * mega)}`],
    ['codes', `${daemon}\n${'550 5.1.1 '.repeat(mega)}`],
    ['words of notices', `${daemon}\n${'user mailbox account quota message '.repeat(200_000)}`],
    ['addresses', `${daemon}\n${'a@b'.repeat(2 * mega)}`],
    ['labels of ids', `${daemon}\n${'message-id: '.repeat(mega / 2)}`],
    ['open braces', `From: no-reply@mx.example\n\n${'{"notificationType":'.repeat(mega / 2)}`],
    ['names and brackets', `From: ${'"<a '.repeat(mega)}\n\nx`],
    ['groups of a report', `${daemon}Content-Type: message/delivery-status\n\n${'Status: 5\n\n'.repeat(mega / 2)}`],
    ['soft line breaks', `${daemon}Content-Transfer-Encoding: quoted-printable\n\n${'= '.repeat(4 * mega)}`],
  ])('%s', (_what, text) => {
    const raw = Buffer.from(text);
    expect(classifyMail(raw).kind).toMatch(/^(?:human|bounce)$/);
    expect(readBounce(raw) === undefined).toBe(classifyMail(raw).kind === 'human');
  });
});
