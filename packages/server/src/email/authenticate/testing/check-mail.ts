import { type AuthenticateOptions, authenticateMail, type SendingServer } from '../authenticate-mail.ts';
import { createFakeDns, type FakeDns } from './fake-dns.ts';
import { keyRecord } from './signed-mail.ts';

export const author = 'Ada <ada@sender.example>';
export const server: SendingServer = { ip: '192.0.2.1', helo: 'mx.sender.example', sender: 'ada@sender.example' };
export const elsewhere: SendingServer = {
  ip: '198.51.100.9',
  helo: 'mx.forward.example',
  sender: 'ada@sender.example',
};

export const records = {
  'sender.example': 'v=spf1 ip4:192.0.2.1 -all',
  's1._domainkey.sender.example': keyRecord,
  '_dmarc.sender.example': 'v=DMARC1; p=reject',
  's1._domainkey.mail.sender.example': keyRecord,
  's1._domainkey.provider.example': keyRecord,
  's1._domainkey.forward.example': keyRecord,
  'provider.example': 'v=spf1 ip4:192.0.2.1 -all',
  '_dmarc.strict.example': 'v=DMARC1; p=quarantine; adkim=s; aspf=s',
  's1._domainkey.mail.strict.example': keyRecord,
  'mail.strict.example': 'v=spf1 ip4:192.0.2.1 -all',
  's1._domainkey.quiet.example': keyRecord,
  'quiet.example': 'v=spf1 include:provider.example ~all',
  '_dmarc.trying.example': 'v=DMARC1; p=reject; pct=0',
};

/** Authenticates a mail that comes in pieces, by a table of DNS records. */
export function check(
  mail: string,
  from: SendingServer | undefined,
  dns: FakeDns = createFakeDns(records),
  options: Partial<AuthenticateOptions> = {},
) {
  async function* raw() {
    for (let at = 0; at < mail.length; at += 700) yield Buffer.from(mail.slice(at, at + 700), 'latin1');
  }
  return authenticateMail(raw(), from, { resolve: dns.resolve, hostName: 'mx.desk.example', ...options });
}
