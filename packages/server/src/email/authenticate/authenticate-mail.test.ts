import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { isAbout } from './authentication.ts';
import { author, check, elsewhere, records, server } from './testing/check-mail.ts';
import { createFakeDns, type FakeDns } from './testing/fake-dns.ts';
import { changed, plainMail, signed, testKey } from './testing/signed-mail.ts';

describe('where a mail comes from', () => {
  it('is proven by a signature of its domain and by its server', async () => {
    expect(await check(await signed(plainMail(author), 'sender.example'), server)).toEqual({
      verdict: 'pass',
      reason: 'dkim-aligned',
      author: 'ada@sender.example',
      spf: { result: 'pass', domain: 'sender.example', aligned: true },
      dkim: [{ result: 'pass', domain: 'sender.example', aligned: true }],
      dmarc: { result: 'pass', policy: 'reject' },
      arc: { result: 'none', sealer: undefined },
    });
  });

  it('is proven by the signature alone once the mail was forwarded', async () => {
    expect(await check(await signed(plainMail(author), 'sender.example'), elsewhere)).toMatchObject({
      verdict: 'pass',
      reason: 'dkim-aligned',
      spf: { result: 'fail', aligned: true },
    });
  });

  it('is proven by the server alone', async () => {
    expect(await check(plainMail(author), server)).toMatchObject({ verdict: 'pass', reason: 'spf-aligned', dkim: [] });
  });

  it('is proven without a policy, too, and by an included server', async () => {
    const mail = await signed(plainMail('q@quiet.example'), 'quiet.example');
    expect(await check(mail, undefined)).toMatchObject({
      verdict: 'pass',
      dmarc: { result: 'none', policy: 'absent' },
    });
    expect(await check(plainMail('q@quiet.example'), { ...server, sender: 'q@quiet.example' })).toMatchObject({
      verdict: 'pass',
      reason: 'spf-aligned',
    });
  });

  it('is proven by a part of the domain, unless that is strict', async () => {
    expect(await check(await signed(plainMail(author), 'mail.sender.example'), elsewhere)).toMatchObject({
      verdict: 'pass',
    });
    const strict = await signed(plainMail('s@strict.example'), 'mail.strict.example');
    expect(await check(strict, { ...server, sender: 's@mail.strict.example' })).toMatchObject({
      verdict: 'fail',
      reason: 'policy-quarantine',
      spf: { result: 'pass', aligned: false },
      dkim: [{ result: 'pass', aligned: false }],
    });
  });

  it('is proven where another has signed as well', async () => {
    const twice = await signed(await signed(plainMail(author), 'sender.example'), 'provider.example');
    expect(await check(twice, elsewhere)).toMatchObject({
      verdict: 'pass',
      dkim: [
        { domain: 'provider.example', aligned: false },
        { domain: 'sender.example', aligned: true },
      ],
    });
  });

  it('is read of a mail that our own library for sending signed', async () => {
    const dkim = { domainName: 'sender.example', keySelector: 's1', privateKey: testKey };
    const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows', dkim });
    const { message } = await transport.sendMail({
      from: author,
      to: 'help@desk.example',
      subject: 'Tür',
      html: '<p>Hi</p>',
    });
    expect(await check(message.toString(), elsewhere)).toMatchObject({ verdict: 'pass', reason: 'dkim-aligned' });
  });

  it('is read where lines end with LF alone', async () => {
    const mail = (await signed(plainMail(author), 'sender.example')).replaceAll('\r\n', '\n');
    expect(await check(mail, undefined)).toMatchObject({ verdict: 'pass' });
  });
});

describe('a mail that only claims to come from a domain', () => {
  it('fails where the domain wants it refused', async () => {
    expect(await check(plainMail(author), elsewhere)).toMatchObject({
      verdict: 'fail',
      reason: 'policy-reject',
      dmarc: { result: 'fail', policy: 'reject' },
    });
    expect(await check(plainMail('s@strict.example'), elsewhere)).toMatchObject({ reason: 'policy-quarantine' });
  });

  it('fails with the signature and server of another domain', async () => {
    const mail = await signed(plainMail(author), 'provider.example');
    expect(await check(mail, { ...server, sender: 'x@provider.example' })).toMatchObject({
      verdict: 'fail',
      spf: { result: 'pass', domain: 'provider.example', aligned: false },
      dkim: [{ result: 'pass', aligned: false }],
    });
  });

  it('fails when somebody changed what was signed', async () => {
    const mail = changed(await signed(plainMail(author), 'sender.example'));
    expect(await check(mail, elsewhere)).toMatchObject({
      verdict: 'fail',
      dkim: [{ result: 'neutral', aligned: true }],
    });
  });

  it('fails when only its beginning was signed', async () => {
    const mail = await signed(plainMail(author), 'sender.example', { maxBodyLength: 10 });
    expect(await check(mail, elsewhere)).toMatchObject({ verdict: 'fail', dkim: [{ result: 'partial' }] });
  });

  it('fails with a signature that has expired', async () => {
    const mail = await signed(plainMail(author), 'sender.example', { expires: new Date('2031-01-01T00:00:00Z') });
    const at = (now: string) => check(mail, elsewhere, undefined, { now: new Date(now) });
    expect(await at('2030-12-31T23:00:00Z')).toMatchObject({ verdict: 'pass' });
    expect(await at('2031-01-01T01:00:00Z')).toMatchObject({ verdict: 'fail' });
  });

  it('proves nothing where the domain asks for nothing, or tries what it would ask for', async () => {
    expect(await check(plainMail('q@quiet.example'), elsewhere)).toMatchObject({
      verdict: 'none',
      dmarc: { policy: 'absent' },
    });
    expect(await check(plainMail('t@trying.example'), elsewhere)).toMatchObject({
      verdict: 'none',
      dmarc: { policy: 'none' },
    });
  });

  it('proves nothing where nobody signed and no server is known', async () => {
    expect(await check(plainMail('u@unknown.example'), undefined)).toMatchObject({
      verdict: 'none',
      reason: 'nothing-signed',
      spf: { result: 'none', domain: undefined },
    });
  });
});

describe('a mail that is checked while DNS is away', () => {
  const without = (names: readonly string[]) =>
    createFakeDns({ ...records, ...Object.fromEntries(names.map((name) => [name, 'away'])) });

  it.each([
    ['the policy', ['_dmarc.sender.example']],
    ['the key of its domain', ['s1._domainkey.sender.example']],
    ['the servers of its domain', ['sender.example']],
    ['everything', Object.keys(records)],
  ])('proves nothing where %s is not to be had', async (_, names) => {
    const mail = names.includes('sender.example')
      ? plainMail(author)
      : await signed(plainMail(author), 'sender.example');
    const from = names.includes('sender.example') ? server : elsewhere;
    const broken = names.includes('_dmarc.sender.example') && names.length === 1 ? changed(mail) : mail;
    expect(await check(broken, from, without(names))).toMatchObject({ verdict: 'none', reason: 'dns-away' });
  });

  it('fails all the same where only another’s key is not to be had', async () => {
    const mail = await signed(plainMail(author), 'provider.example');
    expect(await check(mail, elsewhere, without(['s1._domainkey.provider.example']))).toMatchObject({
      verdict: 'fail',
    });
  });

  it('proves nothing where an answer takes too long, or all of them together', async () => {
    const never: FakeDns = { asked: [], resolve: () => new Promise(() => undefined) };
    const mail = await signed(plainMail(author), 'sender.example');
    expect(await check(mail, server, never, { limits: { lookupMilliseconds: 5 } })).toMatchObject({
      reason: 'dns-away',
    });
    expect(await check(mail, server, never, { limits: { milliseconds: 5 } })).toMatchObject({ reason: 'time-out' });
  });
});

describe('the author of a mail', () => {
  it.each([
    ['two From headers', plainMail(author, 'x', ['From: eve@evil.example'])],
    ['two addresses', plainMail(`${author}, eve@evil.example`)],
    ['the same address twice', plainMail(`${author}, ${author}`)],
    ['no address', plainMail('Ada')],
  ])('is not taken from %s', async (_, mail) => {
    expect(await check(await signed(mail, 'sender.example'), server)).toMatchObject({
      verdict: 'none',
      reason: 'no-single-author',
      author: undefined,
    });
  });

  it('is the address, whatever the name says', async () => {
    const mail = await signed(plainMail('"boss@sender.example" <EVE@Provider.Example>'), 'provider.example');
    expect(await check(mail, undefined)).toMatchObject({ verdict: 'pass', author: 'eve@provider.example' });
  });
});

describe('the verdict on a mail', () => {
  it('is about its author in any writing of the address, and about nobody else', async () => {
    const found = await check(plainMail('Ada@xn--bnk-qla.example'), undefined);
    for (const address of ['ada@bänk.example', 'ADA@XN--bnk-qla.example']) expect(isAbout(found, address)).toBe(true);
    for (const address of ['eve@bänk.example', 'ada@bank.example', '']) expect(isAbout(found, address)).toBe(false);
    expect(isAbout(await check(plainMail('Ada'), undefined), '')).toBe(false);
  });
});
