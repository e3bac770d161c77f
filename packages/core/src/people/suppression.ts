import type { Instant } from '../shared/instant.ts';
import { type Refused, refuse } from '../shared/result.ts';

/** An address that gets no mail of ours; `id` is the address as `normaliseAddress` gives it. */
export interface Suppression {
  readonly id: string;
  readonly version: number;
  readonly because: 'bounced' | 'complained' | 'by-hand';
  readonly at: Instant;
}

export interface ContactSuppressed {
  readonly code: 'contact-suppressed';
  readonly address: string;
  readonly because: Suppression['because'];
}

/** Why nothing is sent, given what is stored of each address that it would go to: the first that gets no mail. */
export function refuseSuppressed(stored: readonly (Suppression | undefined)[]): Refused<ContactSuppressed> | undefined {
  const first = stored.find((one) => one !== undefined);
  return first && refuse({ code: 'contact-suppressed', address: first.id, because: first.because });
}
