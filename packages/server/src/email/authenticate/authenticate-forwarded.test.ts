import { describe, expect, it } from 'vitest';
import { authenticateMail } from './authenticate-mail.ts';
import { author, check, elsewhere, records, server } from './testing/check-mail.ts';
import { createFakeDns } from './testing/fake-dns.ts';
import { changed, plainMail, sealed, signed } from './testing/signed-mail.ts';

describe('a mail that a forwarder sealed', () => {
  const found = (results: string) => `mx.forward.example; ${results}`;
  const pass = found('dkim=pass header.d=sender.example; dmarc=pass (p=REJECT) header.from=sender.example');
  const options = { trustedSealers: ['Forward.example'] };
  const forwarded = async (results: string, body?: string) =>
    sealed(changed(await signed(plainMail(author, body), 'sender.example')), 'forward.example', results);

  it('is proven by the word of one that is trusted', async () => {
    expect(await check(await forwarded(pass), elsewhere, undefined, options)).toMatchObject({
      verdict: 'pass',
      reason: 'arc-trusted',
      arc: { result: 'pass', sealer: 'forward.example' },
    });
  });

  it.each([
    ['that is not trusted', { trustedSealers: ['other.example'] }, pass],
    ['where none is trusted', {}, pass],
    ['that says it failed', options, found('dmarc=fail header.from=sender.example')],
    ['that says so of another domain', options, found('dmarc=pass header.from=other.example')],
    ['that says nothing of a policy', options, found('spf=pass smtp.mailfrom=sender.example')],
  ])('is not proven by one %s', async (_, more, results) => {
    expect(await check(await forwarded(results), elsewhere, undefined, more)).toMatchObject({
      verdict: 'fail',
      arc: { sealer: undefined },
    });
  });

  it('is not proven once it was changed after the seal', async () => {
    expect(await check(changed(await forwarded(pass)), elsewhere, undefined, options)).toMatchObject({
      verdict: 'fail',
      arc: { result: 'fail' },
    });
  });

  it.each([
    ['dkim=pass __proto__.polluted=1'],
    ['dkim=pass __pro""to__.polluted=1'],
    ['dkim=pass _(x)_proto_""_.polluted=1'],
    ['dkim=pass \\_"proto"_.polluted=1'],
    ["dkim=pass _''_proto_'(x)'_.polluted=1"],
  ])('cannot write into every object: %s', async (results) => {
    for (const trustedSealers of [[], ['forward.example']]) {
      const head = ['ARC-Seal: i=1; a=rsa-sha256; cv=none; d=forward.example; s=s1; b=aa'];
      head.push('ARC-Message-Signature: i=1; a=rsa-sha256; d=forward.example; s=s1; h=from; bh=aa; b=bb');
      head.push(`ARC-Authentication-Results: i=1; mx.example; ${results}`);
      await check(`${head.join('\r\n')}\r\n${plainMail(author)}`, undefined, undefined, { trustedSealers });
    }
    expect(Object.keys(Object.getPrototypeOf({}))).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });
});

describe('a mail that would be costly to check', () => {
  it.each([
    ['a header without end', `X: ${'y'.repeat(600_000)}`],
    ['a header of many lines', plainMail(author, 'x', [`X: ${'y\r\n '.repeat(6000)}y`])],
    ['a line without end', plainMail(author, 'x'.repeat(1_100_000))],
  ])('is not: %s', async (_, mail) => {
    expect(await check(mail, server)).toMatchObject({ verdict: 'none', reason: 'not-checked' });
  });

  it('has its first signatures checked, and no more names looked up than the limit', async () => {
    let mail = plainMail(author);
    for (let at = 0; at < 20; at++) mail = await signed(mail, 'provider.example', { selector: `x${at}` });
    const dns = createFakeDns(records);
    const checked = await check(mail, undefined, dns);
    expect(checked.dkim).toHaveLength(8);
    const fewer = createFakeDns(records);
    expect(await check(mail, undefined, fewer, { limits: { maxLookups: 3 } })).toMatchObject({ verdict: 'none' });
    expect(fewer.asked).toHaveLength(3);
  });

  it('rejects with what kept it from being read', async () => {
    async function* raw(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('From: a@b.example\r\n\r\nx');
      throw new Error('The disk is gone.');
    }
    const options = { resolve: createFakeDns({}).resolve, hostName: 'mx.desk.example' };
    await expect(authenticateMail(raw(), undefined, options)).rejects.toThrow('The disk is gone.');
  });

  it('gives an answer for any bytes', async () => {
    for (const mail of [
      '',
      '\r\n',
      '\n\n',
      'From:',
      'From: @\r\n\r\n',
      'From: a@\r\n\r\n',
      ' x\r\nFrom: a@b\r\n\r\n',
      '\0\xff\r\n\r\n\0',
    ]) {
      expect((await check(mail, server)).verdict).toBe('none');
    }
  });
});
