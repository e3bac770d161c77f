import { domainToASCII } from 'node:url';

/**
 * Whether a mail comes from the domain that its From names: `pass` proves it, `fail` says that the domain wants such mail
 * refused, `none` proves nothing.
 */
export type Verdict = 'pass' | 'fail' | 'none';

/** What decided; `dns-away`, `time-out` and `not-checked` say that nothing could be. */
export type VerdictReason =
  | 'dkim-aligned'
  | 'spf-aligned'
  | 'arc-trusted'
  | 'provider'
  | 'policy-quarantine'
  | 'policy-reject'
  | 'not-aligned'
  | 'nothing-signed'
  | 'no-single-author'
  | 'dns-away'
  | 'time-out'
  | 'not-checked';

/** As RFC 8601 §2.7 names the results; `partial` is a signature on less than the whole mail. */
export type CheckResult =
  | 'pass'
  | 'fail'
  | 'softfail'
  | 'neutral'
  | 'none'
  | 'policy'
  | 'temperror'
  | 'permerror'
  | 'partial';

/** One signature, or the sending server: what domain it speaks for. */
export interface Check {
  readonly result: CheckResult;
  /** In lower case; `undefined` where there was nothing to check. */
  readonly domain: string | undefined;
  /** Whether that domain speaks for the one of the From (RFC 7489 §3.1). */
  readonly aligned: boolean;
}

/** What a domain wants done with mail that only claims to be its own (RFC 7489 §6.3); `away` where DNS gave no answer. */
export type Policy = 'none' | 'quarantine' | 'reject' | 'absent' | 'away';

/** What was found out about where a mail comes from. */
export interface Authentication {
  readonly verdict: Verdict;
  readonly reason: VerdictReason;
  /**
   * The address that the verdict is about, in lower case. Ask `isAbout` before it counts: another reader of the same header
   * may find another author.
   */
  readonly author: string | undefined;
  readonly spf: Check;
  readonly dkim: readonly Check[];
  readonly dmarc: { readonly result: CheckResult; readonly policy: Policy };
  readonly arc: { readonly result: CheckResult; readonly sealer: string | undefined };
}

const unchecked: Check = { result: 'none', domain: undefined, aligned: false };

/** Of a mail of which nothing is known. */
export function notAuthenticated(reason: VerdictReason, author?: string): Authentication {
  return {
    verdict: 'none',
    reason,
    author,
    spf: unchecked,
    dkim: [],
    dmarc: { result: 'none', policy: 'away' },
    arc: { result: 'none', sealer: undefined },
  };
}

/** Whether the verdict is about mail of this address, in whichever writing of its domain. */
export function isAbout({ author }: Authentication, address: string): boolean {
  return author !== undefined && inAscii(author) === inAscii(address);
}

function inAscii(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at).toLowerCase() + domainToASCII(address.slice(at));
}
