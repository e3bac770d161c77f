import { z } from 'zod';
import { becauses } from '../notification/because.ts';
import { conversation, entry } from './conversation-schemas.ts';
import type { FrameView } from './events.ts';
import { cellValue } from './folders.ts';
import {
  actorRef,
  attachmentId,
  body,
  contactId,
  conversationId,
  instant,
  messageId,
  notificationId,
  teamId,
  teammateId,
} from './schemas.ts';

const place = {
  seq: z.number(),
  v: z.literal(1),
  conversation: z.null(),
  version: z.null(),
  actor: actorRef,
  at: instant,
};

const own = { ...place, teammate: teammateId, about: conversationId };

const personalEvent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('read-changed'), ...own }),
    z.object({ type: z.literal('draft-changed'), ...own, kind: z.enum(['reply', 'note']) }),
    z.object({ type: z.literal('notified'), ...own, notification: notificationId }),
    z.object({ type: z.literal('notifications-changed'), ...place, teammate: teammateId }),
  ])
  .meta({ id: 'PersonalEvent', description: 'What only one teammate hears.' });

const sharedEvent = z
  .discriminatedUnion('type', [
    z.object({
      type: z.enum(['contact-added', 'contact-changed', 'contact-forgotten']),
      ...place,
      contact: contactId,
    }),
    z.object({ type: z.literal('contact-merged'), ...place, contact: contactId, into: contactId }),
    z.object({
      type: z.enum(['teammate-added', 'teammate-changed', 'teammate-deactivated']),
      ...place,
      teammate: teammateId,
    }),
    z.object({ type: z.enum(['team-added', 'team-changed', 'team-deleted']), ...place, team: teamId }),
    z.object({ type: z.literal('access-changed'), ...place, teammate: teammateId.nullable() }),
    z.object({ type: z.literal('settings-changed'), ...place, what: z.string() }),
  ])
  .meta({ id: 'WorkspaceEvent', description: 'What happened to people and settings: ids only.' });

export const notification = z
  .object({
    id: notificationId,
    version: z.number(),
    teammate: teammateId,
    conversation: conversationId,
    message: messageId.nullable(),
    because: z.enum(becauses),
    by: actorRef,
    at: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notification', description: 'What a teammate is told, and why.' });

const readMarker = z
  .object({
    id: z.string(),
    version: z.number(),
    teammate: teammateId,
    conversation: conversationId,
    message: messageId,
    seq: z.number(),
  })
  .meta({ id: 'ReadMarker', description: 'The newest message of a conversation that a teammate has read.' });

const draft = z
  .object({
    id: z.string(),
    version: z.number(),
    teammate: teammateId,
    conversation: conversationId,
    kind: z.enum(['reply', 'note']),
    body,
    attachments: z.array(attachmentId).readonly(),
    cc: z.array(z.string()).readonly(),
    bcc: z.array(z.string()).readonly(),
    at: instant,
  })
  .meta({ id: 'OwnDraft', description: 'Unsent text of a teammate.' });

const presence = z.object({
  conversation: conversationId,
  who: actorRef,
  doing: z.enum(['viewing', 'typing-reply', 'typing-note', 'left']),
});

const seq = z.number();

/** What a reader gets of one log entry, or counters that changed. */
export const frame: z.ZodType<FrameView, FrameView> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('happened'), seq, entry, conversation }),
    z.object({ kind: z.literal('appear'), seq, conversation }),
    z.object({ kind: z.literal('forget'), seq, conversation: conversationId }),
    z.object({ kind: z.literal('workspace'), seq, event: z.union([sharedEvent, personalEvent]) }),
    z.object({
      kind: z.literal('personal'),
      seq,
      event: z.union([sharedEvent, personalEvent]),
      row: z.union([notification, draft, readMarker]).nullable(),
    }),
    z.object({ kind: z.literal('presence'), seq, presence }),
    z.object({ kind: z.literal('cells'), seq, cells: z.array(cellValue).readonly() }),
    z.object({ kind: z.literal('position'), seq }),
  ])
  .meta({ id: 'Frame', description: 'What the reader gets of one log entry, or counters that changed.' });
