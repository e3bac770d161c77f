import type { Instant } from '../shared/instant.ts';

/** An address that gets no mail of ours; `id` is the address as `normaliseAddress` gives it. */
export interface Suppression {
  readonly id: string;
  readonly version: number;
  readonly because: 'bounced' | 'complained' | 'by-hand';
  readonly at: Instant;
}
