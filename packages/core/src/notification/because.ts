/** Why somebody is told: shown in words beside what they are told. */
export type Because =
  /** Somebody gave it to you. */
  | 'assigned'
  /** A note names you, or a team of yours. */
  | 'mentioned'
  | 'team-mentioned'
  /** The contact wrote: to you as assignee, to your team, or to nobody yet. */
  | 'contact-wrote-to-you'
  | 'contact-wrote-to-team'
  | 'contact-wrote-unassigned'
  /** Your snooze has ended. */
  | 'snooze-ended'
  /** Your reply could not be delivered. */
  | 'delivery-failed'
  /** It was taken from you, because you are away. */
  | 'taken-away';

export const becauses = [
  'assigned',
  'mentioned',
  'team-mentioned',
  'contact-wrote-to-you',
  'contact-wrote-to-team',
  'contact-wrote-unassigned',
  'snooze-ended',
  'delivery-failed',
  'taken-away',
] as const satisfies readonly Because[];

/** Why a contact's message told nobody: stored with the message. */
export type ToldNobody = 'automatic' | 'spam' | 'nobody-active' | 'switched-off' | 'asleep';
