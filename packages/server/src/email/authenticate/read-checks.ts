import type { DKIMVerifyResult, DMARCResult } from 'mailauth';
import type { Check, CheckResult, Policy } from './authentication.ts';

const results: ReadonlySet<string> = new Set<CheckResult>([
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'policy',
  'temperror',
  'permerror',
]);

/** A result in the words of RFC 8601; others are of servers with words of their own. */
export function resultOf(result: string): CheckResult {
  return isResult(result) ? result : 'neutral';
}

function isResult(result: string): result is CheckResult {
  return results.has(result);
}

/** What each signature of a mail is worth; one on a part of the mail proves nothing of the rest (RFC 6376 §8.2). */
export function signaturesOf(signed: DKIMVerifyResult): readonly Omit<Check, 'aligned'>[] {
  return signed.results.flatMap(({ signingDomain, status }) => {
    if (!signingDomain) return [];
    const result = resultOf(status.result);
    return [
      { result: result === 'pass' && status.underSized ? 'partial' : result, domain: signingDomain.toLowerCase() },
    ];
  });
}

export function policyOf(found: DMARCResult | false): Policy {
  if (found === false || found.status.result === 'temperror') return 'away';
  // A share of none is how domains try their policy.
  if (found.status.result === 'none' || found.pct === 0) return found.status.result === 'none' ? 'absent' : 'none';
  return policyNamed(found.policy);
}

/** As a domain writes it; anything else asks for nothing. */
export function policyNamed(policy: string | undefined): Policy {
  const name = policy?.trim().toLowerCase();
  return name === 'reject' || name === 'quarantine' ? name : 'none';
}
