import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardMail, UncheckableMail } from './guard-mail.ts';

async function guarded(mail: string, cuts: readonly number[] = [], seals = false): Promise<string> {
  async function* raw() {
    let from = 0;
    for (const to of [...[...cuts].sort((one, other) => one - other), mail.length]) {
      yield Buffer.from(mail.slice(from, to), 'latin1');
      from = Math.max(from, to);
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of guardMail(raw(), { seals })) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

describe('a mail that is handed on to be checked', () => {
  it('is the same however it comes, with CRLF for each line end of LF alone', async () => {
    const text = fc.array(fc.constantFrom('a', ' ', '\r', '\n', '\r\n', '\n\n', 'é', ': '), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, text, fc.array(fc.nat(100)), async (head, body, cuts) => {
        const top = head.join('').replace(/^[\r\n]+|\n(?=\r?\n)|[\r\n]+$/g, '');
        const mail = `x: ${top}\n\n${body.join('')}`;
        expect(await guarded(mail, cuts)).toBe(mail.replace(/(?<!\r)\n/g, '\r\n'));
      }),
    );
  });

  it('keeps seals only where they are asked for, are few and name nothing odd', async () => {
    const seal = (number: number, rest = 'cv=none') => `ARC-Seal: i=${number};\r\n ${rest}\r\n`;
    const rest = 'From: a@b.example\r\n\r\nHi';
    const seals = seal(2) + seal(1);
    expect(await guarded(seals + rest, [], true)).toBe(seals + rest);
    expect(await guarded(seals + rest, [], false)).toBe(rest);
    for (const odd of ['__proto__.x=1', '_(x)_proto_""_.x=1', "_'\"(a'b)_", 'a\\b', 'x'.repeat(20_000)]) {
      expect(await guarded(seal(2) + seal(1, odd) + rest, [], true)).toBe(rest);
    }
    const many = Array.from({ length: 31 }, (_, at) => seal(at)).join('');
    expect(await guarded(many + rest, [], true)).toBe(rest);
  });

  it.each([
    ['a header that is too long', `X: ${'y'.repeat(600_000)}\r\n\r\n`],
    ['a header of too many lines', `X: ${'\n y'.repeat(6000)}\n\n`],
    ['a line that is too long', `X: y\r\n\r\n${'z'.repeat(1_000_001)}`],
  ])('is not, with %s', async (_, mail) => {
    for (const cuts of [[], [9, 500_000]]) await expect(guarded(mail, cuts)).rejects.toThrow(UncheckableMail);
  });
});
