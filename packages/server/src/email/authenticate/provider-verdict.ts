import { type Authentication, type Check, notAuthenticated, type Policy } from './authentication.ts';
import { decideVerdict } from './decide-verdict.ts';
import { isAligned } from './is-aligned.ts';
import { policyNamed, resultOf } from './read-checks.ts';
import { type ReportedResult, readResults } from './read-results.ts';

export interface TrustedProvider {
  /** As it names itself in Authentication-Results, such as `mx.google.com`. */
  readonly server: string;
  /** How many Received headers it sets on top of each mail; 1 where nothing is said. */
  readonly hops?: number;
}

/**
 * The verdict of a provider that took the mail in for us, from the header that it left. Only its topmost is believed, and
 * only above the Received headers of other servers: a sender can write the rest. `headers` are the unfolded header lines
 * in their order; `author` is the address of From.
 */
export async function readProviderVerdict(
  headers: readonly { readonly key: string; readonly line: string }[],
  author: string,
  { server, hops = 1 }: TrustedProvider,
): Promise<Authentication> {
  if (headers.filter(({ key }) => key === 'from').length !== 1) return notAuthenticated('no-single-author');
  const address = author.toLowerCase();
  const results = findResults(headers, server.toLowerCase(), hops);
  if (!results) return notAuthenticated('not-checked', address);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const check = async (each: ReportedResult, names: readonly string[]): Promise<Check> => {
    const speaker = domainOf(names.map((name) => each.properties.get(name)).find((value) => value !== undefined) ?? '');
    return { result: resultOf(each.result), domain: speaker, aligned: await isAligned(domain, speaker, false) };
  };
  const dkim = await Promise.all(
    results.filter(({ method }) => method === 'dkim').map((each) => check(each, ['header.d', 'header.i'])),
  );
  const sent = results.find(({ method }) => method === 'spf');
  const spf = sent ? await check(sent, ['smtp.mailfrom', 'smtp.helo']) : noCheck;
  const dmarc = results.find(({ method }) => method === 'dmarc');
  const policy = dmarc ? policyOf(dmarc) : 'absent';
  const isTold = dmarc !== undefined && domainOf(dmarc.properties.get('header.from') ?? '') === domain;
  const isPass = isTold && dmarc.result === 'pass';
  // Where it judged by a policy, alignment is as strict as that asks, which only the provider knows.
  const isFail = isTold && dmarc.result === 'fail';
  const decided = decideVerdict({
    spf: isFail ? { ...spf, aligned: false } : spf,
    dkim: isFail ? dkim.map((each) => ({ ...each, aligned: false })) : dkim,
    policy: isTold ? policy : 'absent',
    sealed: false,
  });
  return {
    ...(isPass ? { verdict: 'pass', reason: 'provider' } : decided),
    author: address,
    spf,
    dkim,
    dmarc: { result: dmarc ? resultOf(dmarc.result) : 'none', policy },
    arc: { result: resultOf(results.find(({ method }) => method === 'arc')?.result ?? 'none'), sealer: undefined },
  };
}

const noCheck: Check = { result: 'none', domain: undefined, aligned: false };

function findResults(
  headers: readonly { readonly key: string; readonly line: string }[],
  server: string,
  hops: number,
): readonly ReportedResult[] | undefined {
  let received = 0;
  for (const { key, line } of headers) {
    if (key === 'received' && ++received > hops) return undefined;
    if (key !== 'authentication-results') continue;
    const read = readResults(line.slice(line.indexOf(':') + 1));
    if (read.server === server) return read.results;
  }
  return undefined;
}

/** Providers say in various places what the domain asks for, or what they did. */
function policyOf({ result, properties, comment }: ReportedResult): Policy {
  if (result === 'none') return 'absent';
  if (result === 'temperror') return 'away';
  const told =
    properties.get('policy.dmarc') ??
    properties.get('policy.published-domain-policy') ??
    /\bp=(\w+)/i.exec(comment)?.[1] ??
    properties.get('action')?.replace(/^o?/, '');
  return policyNamed(told);
}

/** Of an address, or of a domain alone. */
function domainOf(value: string): string | undefined {
  return (
    value
      .slice(value.lastIndexOf('@') + 1)
      .replace(/[<>]/g, '')
      .toLowerCase() || undefined
  );
}
