import type { Instant } from '../shared/instant.ts';
import type { BusinessHours } from './business-hours.ts';
import { isOpenAt, nextOpening } from './open-time.ts';

/** What a team promises to somebody who writes now. */
export type ExpectedReply =
  /** "We reply in about … minutes." */
  | { readonly kind: 'within'; readonly minutes: number }
  /** "We are back at …": closed now. */
  | { readonly kind: 'from'; readonly opensAt: Instant }
  /** Nothing that could be kept: "We reply as soon as we can." */
  | { readonly kind: 'unknown' };

export interface ReplyHabit {
  /** `null` for a workspace that set none: it counts as always open. */
  readonly hours: BusinessHours | null;
  /** How long a first reply usually takes while open; `null` while too few are known. */
  readonly typicalMinutes: number | null;
}

/** When an answer to a message sent at `at` can be expected. */
export function expectedReply({ hours, typicalMinutes }: ReplyHabit, at: Instant): ExpectedReply {
  if (hours && !isOpenAt(hours, at)) {
    const opensAt = nextOpening(hours, at);
    return opensAt === null ? { kind: 'unknown' } : { kind: 'from', opensAt };
  }
  return typicalMinutes === null ? { kind: 'unknown' } : { kind: 'within', minutes: typicalMinutes };
}
