import type { ARCChainEntry, ARCResult } from 'mailauth';
import { isAligned } from './is-aligned.ts';
import { readResults } from './read-results.ts';

/**
 * The trusted forwarder that sealed that mail of `domain` came to it authenticated (RFC 8617). Looks from the newest seal
 * down, as long as each was set by one that is trusted.
 */
export async function findSealer(
  { status, chain = [] }: ARCResult,
  domain: string,
  trusted: readonly string[],
): Promise<string | undefined> {
  if (status.result !== 'pass') return undefined;
  for (const entry of [...chain].reverse()) {
    const sealer = String(entry['arc-seal']?.parsed?.d?.value ?? '').toLowerCase();
    if (!trusted.some((each) => each.toLowerCase() === sealer)) return undefined;
    if (await saysPass(entry, domain)) return sealer;
  }
  return undefined;
}

async function saysPass(entry: ARCChainEntry, domain: string): Promise<boolean> {
  const header = String(entry['arc-authentication-results']?.original ?? '');
  // The first part is the seal's number.
  const { results } = readResults(header.slice(header.indexOf(';') + 1));
  for (const { method, result, properties } of results) {
    if (method !== 'dmarc' || result !== 'pass') continue;
    if (await isAligned(domain, properties.get('header.from'), false)) return true;
  }
  return false;
}
