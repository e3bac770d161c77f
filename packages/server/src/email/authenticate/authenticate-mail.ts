import { Readable } from 'node:stream';
import { arc, type DNSResolver, dkimVerify, dmarc, spf } from 'mailauth';
import { type Authentication, type Check, type CheckResult, notAuthenticated, type Policy } from './authentication.ts';
import { decideVerdict } from './decide-verdict.ts';
import { findSealer } from './find-sealer.ts';
import { guardMail, UncheckableMail } from './guard-mail.ts';
import { isAligned } from './is-aligned.ts';
import { limitResolver, type Resolver } from './limited-resolver.ts';
import { policyOf, resultOf, signaturesOf } from './read-checks.ts';

/** What the sending server showed of itself; `undefined` where the mail came by another way. */
export interface SendingServer {
  readonly ip: string;
  /** As it greeted. */
  readonly helo: string;
  /** The envelope's sender; empty for mail that must not be answered. */
  readonly sender: string;
}

export interface AuthenticateOptions {
  readonly resolve: Resolver;
  /** As this server names itself. */
  readonly hostName: string;
  /** Domains of forwarders whose word is taken on what they forward, such as `google.com`. */
  readonly trustedSealers?: readonly string[];
  readonly now?: Date;
  readonly limits?: {
    readonly milliseconds?: number;
    readonly maxLookups?: number;
    readonly lookupMilliseconds?: number;
  };
}

/**
 * Finds out whether a mail comes from the domain that its From names: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489), ARC
 * (RFC 8617). Reads the mail as it passes. Rejects only when `raw` does.
 */
export async function authenticateMail(
  raw: AsyncIterable<Uint8Array>,
  server: SendingServer | undefined,
  options: AuthenticateOptions,
): Promise<Authentication> {
  const { milliseconds = 20_000, maxLookups = 60, lookupMilliseconds = 5000 } = options.limits ?? {};
  const limited = limitResolver(options.resolve, { maxLookups, lookupMilliseconds });
  // The library's types leave out what MX records look like.
  const resolver = limited as DNSResolver;
  const seals = (options.trustedSealers ?? []).length > 0;
  const guarded = Readable.from(guardMail(raw, { seals }), { objectMode: false });
  let timer: NodeJS.Timeout | undefined;
  const timeOut = new Promise<Authentication>((resolve) => {
    timer = setTimeout(() => resolve(notAuthenticated('time-out')), milliseconds);
  });
  try {
    return await Promise.race([checkMail(guarded, server, options, resolver), timeOut]);
  } catch (error) {
    if (error instanceof UncheckableMail) return notAuthenticated('not-checked');
    throw error;
  } finally {
    clearTimeout(timer);
    guarded.destroy();
  }
}

async function checkMail(
  mail: Readable,
  server: SendingServer | undefined,
  { hostName, trustedSealers = [], now }: AuthenticateOptions,
  resolver: DNSResolver,
): Promise<Authentication> {
  const sender = server?.sender ?? '';
  const [signed, sent] = await Promise.all([
    dkimVerify(mail, { resolver, sender, ...(now && { curTime: now }) }),
    server && spf({ ip: server.ip, helo: server.helo || `[${server.ip}]`, sender, mta: hostName, resolver }),
  ]);
  const [author, ...others] = signed.headerFrom.map((address) => address.toLowerCase());
  if (author === undefined || others.length > 0) return notAuthenticated('no-single-author');
  const domain = author.slice(author.lastIndexOf('@') + 1);

  const found = await dmarc({ headerFrom: author, resolver });
  // A domain without a policy has no alignment here.
  const strict = found !== false && 'alignment' in found ? found.alignment : undefined;
  const check = async (each: Omit<Check, 'aligned'>, isStrict = false): Promise<Check> => ({
    ...each,
    aligned: await isAligned(domain, each.domain, isStrict),
  });
  const dkim = await Promise.all(signaturesOf(signed).map((each) => check(each, strict?.dkim.strict)));
  const spfCheck = await check(
    { result: sent ? resultOf(sent.status.result) : 'none', domain: sent?.domain.toLowerCase() },
    strict?.spf.strict,
  );
  const chain = signed.arc?.chain;
  const sealed = signed.arc && chain ? await arc({ ...signed.arc, chain }, { resolver }) : undefined;
  const sealer = sealed && (await findSealer(sealed, domain, trustedSealers));
  const policy = policyOf(found);
  return {
    ...decideVerdict({ spf: spfCheck, dkim, policy, sealed: sealer !== undefined }),
    author,
    spf: spfCheck,
    dkim,
    dmarc: { policy, result: dmarcResultOf(policy, [...dkim, spfCheck]) },
    arc: { result: sealed ? resultOf(sealed.status.result) : 'none', sealer },
  };
}

function dmarcResultOf(policy: Policy, checks: readonly Check[]): CheckResult {
  if (policy === 'absent') return 'none';
  if (checks.some(({ aligned, result }) => aligned && result === 'pass')) return 'pass';
  return policy === 'away' ? 'temperror' : 'fail';
}
