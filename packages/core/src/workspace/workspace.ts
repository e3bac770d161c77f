import type { AssignmentPolicy } from '../assignment/assignment-policy.ts';
import type { AttributeSchema } from '../attribute/attribute-schema.ts';
import type { BusinessHours } from '../hours/business-hours.ts';
import type { Body } from '../message/body.ts';
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
  /** Seconds for which a reply by email can be taken back. */
  readonly undoSeconds: number;
  /** `null`: always open. */
  readonly hours: BusinessHours | null;
  /** How fast the team says that it answers; `null`: it does not say. */
  readonly typicalReplyMinutes: number | null;
  readonly autoAnswers: AutoAnswers;
  /** Who gets what has no team. */
  readonly assignment: AssignmentPolicy;
  readonly attributes: { readonly conversation: AttributeSchema; readonly contact: AttributeSchema };
  readonly widget: WidgetLook;
  /** Closed conversations are kept so long; `null`: for ever. */
  readonly retentionDays: number | null;
}

/** What the desk says by itself, to those who are who they say; `null`: nothing. */
export interface AutoAnswers {
  /** To the first message of a conversation. */
  readonly acknowledgement: Body | null;
  /** To a message that comes while the team is closed. */
  readonly outOfHours: Body | null;
}

/** How the widget looks and whom it lets write. */
export interface WidgetLook {
  /** `#rrggbb`. */
  readonly colour: string;
  readonly position: 'start' | 'end';
  readonly greeting: string;
  readonly identity: 'optional' | 'required';
  readonly askEmail: 'before' | 'after' | 'never';
  readonly rating: boolean;
  /** Origins whose pages may open a session; empty: any. */
  readonly origins: readonly string[];
}
