import { dmarc } from 'mailauth';

/**
 * Whether `domain` speaks for the mail of `authorDomain` (RFC 7489 §3.1): the same, or a part of the same registered domain
 * where the policy is not strict.
 */
export async function isAligned(authorDomain: string, domain: string | undefined, strict: boolean): Promise<boolean> {
  if (domain === undefined || domain === '' || authorDomain === '') return false;
  if (strict) return domain.toLowerCase() === authorDomain.toLowerCase();
  const result = await dmarc({
    headerFrom: `author@${authorDomain}`,
    dkimDomains: [{ domain }],
    // The library knows the public suffixes, and shows so only of a domain with a policy.
    resolver: async () => [['v=DMARC1; p=none']],
  });
  return result !== false && Boolean(result.alignment.dkim.result);
}
