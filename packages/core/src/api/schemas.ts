import { z } from 'zod';
import type {
  ApiKeyId,
  AttachmentId,
  ContactId,
  ConversationId,
  MessageId,
  NotificationId,
  SavedReplyId,
  SavedViewId,
  TagId,
  TeamId,
  TeammateId,
  WebhookId,
  WorkspaceId,
} from '../shared/id.ts';
import { type IdKind, isId } from '../shared/id.ts';
import { type Instant, parseInstant } from '../shared/instant.ts';

function id<Id extends string>(kind: IdKind, prefix: string) {
  return z
    .custom<Id>((value) => typeof value === 'string' && isId(kind, value), `Expected an id that begins with ${prefix}_`)
    .meta({
      type: 'string',
      pattern: `^${prefix}_[0-9a-f-]{36}$`,
      example: `${prefix}_01970000-0000-7000-8000-000000000000`,
    });
}

export const workspaceId = id<WorkspaceId>('workspace', 'wsp');
export const conversationId = id<ConversationId>('conversation', 'cnv');
export const messageId = id<MessageId>('message', 'msg');
export const contactId = id<ContactId>('contact', 'cnt');
export const teammateId = id<TeammateId>('teammate', 'tmt');
export const teamId = id<TeamId>('team', 'tem');
export const attachmentId = id<AttachmentId>('attachment', 'att');
export const tagId = id<TagId>('tag', 'tag');
export const savedReplyId = id<SavedReplyId>('saved-reply', 'svr');
export const savedViewId = id<SavedViewId>('saved-view', 'svv');
export const notificationId = id<NotificationId>('notification', 'ntf');
export const webhookId = id<WebhookId>('webhook', 'whk');
export const apiKeyId = id<ApiKeyId>('api-key', 'key');

/** A moment that a caller gives: any ISO 8601 date-time with an offset. */
export const instantInput = z
  .string()
  .transform((text, context): Instant => {
    const instant = parseInstant(text);
    if (instant) return instant;
    context.addIssue({
      code: 'custom',
      message: 'Expected a date and time with an offset, such as 2026-01-31T09:00:00Z',
    });
    return z.NEVER;
  })
  .meta({ format: 'date-time', example: '2026-01-31T09:00:00.000Z' });

/** A moment that the desk gives. */
export const instant = z
  .custom<Instant>((value) => typeof value === 'string')
  .meta({ type: 'string', format: 'date-time' });

export const actorRef = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('teammate'), id: teammateId }),
    z.object({ kind: z.literal('integrator'), id: apiKeyId }),
    z.object({ kind: z.literal('host'), id: apiKeyId }),
    z.object({ kind: z.literal('contact'), id: contactId }),
    z.object({ kind: z.literal('outsider') }),
    z.object({ kind: z.literal('system') }),
  ])
  .meta({ id: 'ActorRef', description: 'Who did something.' });

export const attributes = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .meta({ id: 'Attributes', description: 'What the host keeps, under keys of its own schema.' });

export const body = z.object({ format: z.enum(['markdown', 'text']), text: z.string() });

export const limit = z.coerce.number().int().min(1).max(200).default(50);

export const seen = z.number().int().min(0).optional().meta({
  description:
    'The version last seen. What matters and happened since then refuses the write with conversation-changed.',
});
