import { describe, expect, it } from 'vitest';
import { readProviderVerdict, type TrustedProvider } from './provider-verdict.ts';

const provider: TrustedProvider = { server: 'mx.provider.example' };
const own = 'Received: from mx.sender.example by mx.provider.example';
const before = 'Received: from laptop by mx.sender.example';
const from = 'From: Ada <ada@sender.example>';
const says = (results: string, server = 'mx.provider.example') => `Authentication-Results: ${server}; ${results}`;
const pass = says('dkim=pass header.d=sender.example; dmarc=pass (p=REJECT) header.from=sender.example');

function verdictOf(lines: readonly string[], trusted: TrustedProvider = provider, author = 'Ada@Sender.example') {
  const headers = lines.map((line) => ({ key: line.slice(0, line.indexOf(':')).toLowerCase(), line }));
  return readProviderVerdict(headers, author, trusted);
}

describe('the verdict of a provider', () => {
  it('is believed where it is on top', async () => {
    const mail = [
      own,
      says(
        'spf=pass smtp.mailfrom=ada@sender.example; dkim=pass header.i=@sender.example; dmarc=pass header.from=sender.example',
      ),
      before,
      from,
    ];
    expect(await verdictOf(mail)).toEqual({
      verdict: 'pass',
      reason: 'provider',
      author: 'ada@sender.example',
      spf: { result: 'pass', domain: 'sender.example', aligned: true },
      dkim: [{ result: 'pass', domain: 'sender.example', aligned: true }],
      dmarc: { result: 'pass', policy: 'none' },
      arc: { result: 'none', sealer: undefined },
    });
  });

  it.each([
    ['of another server', [own, says('dmarc=pass header.from=sender.example', 'mx.evil.example'), from]],
    [
      'of a server whose name only begins so',
      [own, says('dmarc=pass header.from=sender.example', 'mx.provider.example.evil.example'), from],
    ],
    ['below what other servers wrote', [own, before, pass, from]],
    ['that is not there', [own, from]],
  ])('is not taken from a header %s', async (_, lines) => {
    expect(await verdictOf(lines)).toMatchObject({ verdict: 'none', reason: 'not-checked' });
  });

  it('is that of the topmost of its headers', async () => {
    expect(await verdictOf([own, says('dmarc=fail (p=reject) header.from=sender.example'), pass, from])).toMatchObject({
      verdict: 'fail',
    });
  });

  it('is looked for below as many of its own servers as it has', async () => {
    const inside = 'Received: by 2002:a05 with SMTP';
    expect(await verdictOf([inside, own, pass, from])).toMatchObject({ reason: 'not-checked' });
    expect(await verdictOf([inside, own, pass, from], { ...provider, hops: 2 })).toMatchObject({ verdict: 'pass' });
  });

  it.each([
    ['dmarc=fail (p=REJECT sp=REJECT dis=NONE) header.from=sender.example', 'fail', 'policy-reject'],
    ['dmarc=fail policy.dmarc=quarantine header.from=sender.example', 'fail', 'policy-quarantine'],
    ['dmarc=fail action=oreject header.from=sender.example', 'fail', 'policy-reject'],
    ['dmarc=fail action=none header.from=sender.example', 'none', 'nothing-signed'],
    ['dmarc=fail (p=none) header.from=sender.example; dkim=pass header.d=mail.sender.example', 'none', 'not-aligned'],
    ['dmarc=fail (p=reject) header.from=other.example', 'none', 'nothing-signed'],
    ['dmarc=pass header.from=other.example', 'none', 'nothing-signed'],
    ['dmarc=pass', 'none', 'nothing-signed'],
    ['dmarc=temperror header.from=sender.example', 'none', 'dns-away'],
    ['dmarc=bestguesspass header.from=sender.example; spf=pass smtp.mailfrom=sender.example', 'pass', 'spf-aligned'],
    ['dkim=pass header.d=mail.sender.example', 'pass', 'dkim-aligned'],
    ['dkim=pass header.d=provider.example', 'none', 'not-aligned'],
    ['spf=pass smtp.mailfrom=bounce@sender.example', 'pass', 'spf-aligned'],
    ['spf=pass smtp.mailfrom=x@evil.example smtp.helo=sender.example', 'none', 'not-aligned'],
    ['spf=pass (comment; dkim=pass header.d=sender.example) smtp.mailfrom=x@evil.example', 'none', 'not-aligned'],
    ['spf=fail reason="x; dkim=pass header.d=sender.example"', 'none', 'not-aligned'],
    ['dkim=pass reason="x header.d=sender.example" header.d=evil.example', 'none', 'not-aligned'],
    ['none', 'none', 'nothing-signed'],
  ])('of %j is %s by %s', async (results, verdict, reason) => {
    expect(await verdictOf([own, says(results), from])).toMatchObject({ verdict, reason });
  });

  it('is none where more than one From is there', async () => {
    expect(await verdictOf([own, pass, from, 'From: eve@evil.example'])).toMatchObject({ reason: 'no-single-author' });
  });
});
