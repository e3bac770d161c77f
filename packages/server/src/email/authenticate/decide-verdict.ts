import type { Check, Policy, Verdict, VerdictReason } from './authentication.ts';

export interface AuthenticationFacts {
  readonly spf: Check;
  readonly dkim: readonly Check[];
  readonly policy: Policy;
  /** Whether a forwarder that we trust sealed that the mail came to it authenticated. */
  readonly sealed: boolean;
}

/**
 * Judges by alignment with the domain of From (RFC 7489 §6.6.2), whether or not that has a policy. What DNS kept from us
 * never makes a mail fail.
 */
export function decideVerdict({ spf, dkim, policy, sealed }: AuthenticationFacts): {
  readonly verdict: Verdict;
  readonly reason: VerdictReason;
} {
  if (dkim.some(isProof)) return { verdict: 'pass', reason: 'dkim-aligned' };
  if (isProof(spf)) return { verdict: 'pass', reason: 'spf-aligned' };
  if (sealed) return { verdict: 'pass', reason: 'arc-trusted' };
  const open = [spf, ...dkim].some(({ result, aligned }) => aligned && result === 'temperror');
  if (policy === 'away' || open) return { verdict: 'none', reason: 'dns-away' };
  if (policy === 'reject') return { verdict: 'fail', reason: 'policy-reject' };
  if (policy === 'quarantine') return { verdict: 'fail', reason: 'policy-quarantine' };
  const isSigned = [spf, ...dkim].some(({ result }) => result !== 'none');
  return { verdict: 'none', reason: isSigned ? 'not-aligned' : 'nothing-signed' };
}

function isProof({ result, aligned }: Check): boolean {
  return aligned && result === 'pass';
}
