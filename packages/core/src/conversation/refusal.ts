import type { ConversationId, TeammateId } from '../shared/id.ts';
import type { ConversationCommandType } from './command.ts';
import type { ConversationEvent } from './event.ts';

interface RefusalData {
  'conversation-changed': { readonly happened: readonly ConversationEvent[] };
  'conversation-merged': { readonly into: ConversationId };
  'conversation-closed': unknown;
  'conversation-snoozed': unknown;
  'conversation-not-snoozed': unknown;
  'snooze-in-past': { readonly path: 'until' };
  'snooze-too-far': { readonly path: 'until' };
  'teammate-unknown': { readonly path: 'teammate' };
  'teammate-deactivated': { readonly path: 'teammate' };
  'team-unknown': { readonly path: 'team' };
  'already-assigned': { readonly teammate: TeammateId };
  'not-author': unknown;
  'message-unknown': { readonly path: 'message' };
  'already-sent': unknown;
  'not-failed': unknown;
  'not-closed': unknown;
  'merge-into-itself': { readonly path: 'into' };
  'different-contact': { readonly path: 'into' };
}

type RefusalCode = keyof RefusalData;

/** One refusal with its data. */
type RefusalWith<Code extends RefusalCode> = Code extends RefusalCode
  ? { readonly code: Code } & RefusalData[Code]
  : never;

type Snoozing = 'conversation-closed' | 'snooze-in-past' | 'snooze-too-far';

interface CodesOf {
  receive: never;
  reply: 'conversation-changed' | 'conversation-merged' | 'snooze-in-past' | 'snooze-too-far';
  note: 'conversation-merged';
  'edit-note': 'not-author' | 'message-unknown' | 'conversation-merged';
  'delete-note': 'not-author' | 'message-unknown' | 'conversation-merged';
  retract: 'already-sent' | 'not-author' | 'message-unknown' | 'conversation-merged';
  retry: 'not-failed' | 'message-unknown' | 'conversation-merged';
  assign: 'teammate-unknown' | 'teammate-deactivated' | 'team-unknown' | 'conversation-changed' | 'conversation-merged';
  claim:
    | 'already-assigned'
    | 'teammate-unknown'
    | 'teammate-deactivated'
    | 'conversation-changed'
    | 'conversation-merged';
  reassign: 'conversation-merged';
  close: 'conversation-changed' | 'conversation-merged';
  open: 'conversation-snoozed' | 'conversation-merged';
  snooze: Snoozing | 'conversation-changed' | 'conversation-merged';
  unsnooze: 'conversation-not-snoozed' | 'conversation-merged';
  wake: never;
  share: 'teammate-unknown' | 'teammate-deactivated' | 'conversation-merged';
  unshare: 'conversation-merged';
  'mark-spam': 'conversation-merged';
  'unmark-spam': 'conversation-merged';
  rate: 'not-closed' | 'conversation-merged';
  'change-details': 'conversation-merged';
  merge: 'merge-into-itself' | 'different-contact' | 'conversation-merged';
  absorb: 'conversation-merged';
  'mark-contact-read': 'conversation-merged';
  'change-delivery': never;
}

/** What a command of this type may be refused with. */
export type RefusalOf<Type extends ConversationCommandType> = RefusalWith<CodesOf[Type]>;

export type ConversationRefusal = RefusalWith<RefusalCode>;
