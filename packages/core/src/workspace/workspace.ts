import type { WorkspaceId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';

/** One customer of the host product: the unit of isolation, ordering and scale. */
export interface Workspace {
  readonly id: WorkspaceId;
  readonly version: number;
  readonly name: string;
  readonly createdAt: Instant;
  /** What the widget's script names itself with; public. */
  readonly widgetKey: string;
  /** The domain of its reply addresses and Message-IDs. */
  readonly mailDomain: string;
  /** Addresses that take mail for this workspace; the first one is what replies come from. */
  readonly addresses: readonly string[];
  readonly isolation: 'on' | 'off';
  readonly keepTimedSnoozes: boolean;
  /** Mail to a conversation closed for longer starts a new one. */
  readonly reopenWithinDays: number;
}
