import { z } from 'zod';
import { can } from '../access/can.ts';
import { notAvailable } from './not-available.ts';
import { operation } from './operation.ts';
import { conversationId, instant, limit, messageId } from './schemas.ts';

export const handInMail = operation({
  summary: 'Hand in one raw mail (message/rfc822)',
  callers: ['integrator'],
  takes: 'raw',
  output: z.object({ conversation: conversationId, message: messageId, duplicate: z.boolean() }),
  refusals: ['unsupported-type', 'channel-unknown', 'too-large', 'mail-loop'],
  async handle(_input, { desk, actor, bytes, contentType }) {
    if (!can(actor, 'hand-in-mail')) return { ok: false, refusal: { code: 'forbidden' } };
    if (contentType !== 'message/rfc822') return { ok: false, refusal: { code: 'unsupported-type' } };
    const channel = desk.parts.channels.get('email');
    if (!channel?.accept) return { ok: false, refusal: { code: 'channel-unknown' } };
    return channel.accept(bytes, desk.receiver, actor.workspace);
  },
});

export const handInProviderMail = operation({
  summary: 'Hand in what a mail provider posts',
  callers: ['integrator'],
  path: z.strictObject({ provider: z.enum(['postmark', 'sendgrid', 'mailgun', 'ses', 'cloudflare']) }),
  takes: 'raw',
  output: z.object({ conversation: conversationId, message: messageId, duplicate: z.boolean() }),
  refusals: ['not-available'],
  handle: async (_input, { actor }) => notAvailable(actor, 'hand-in-mail'),
});

const inboundMail = z
  .object({
    id: z.string(),
    at: instant,
    from: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    decision: z.enum(['kept', 'spam', 'ignored', 'rejected']),
    rule: z.string().meta({ description: 'Which rule decided.' }),
    conversation: conversationId.nullable(),
  })
  .meta({ id: 'InboundMail', description: 'One mail that came in, and what was decided.' });

export const listInboundMails = operation({
  summary: 'Every mail that came in and what was decided, newest first',
  callers: ['teammate', 'integrator'],
  query: z.strictObject({ limit, cursor: z.string().optional() }),
  output: z.object({ items: z.array(inboundMail), nextCursor: z.string().optional() }),
  refusals: ['not-available'],
  handle: async (_input, { actor }) => notAvailable(actor, 'read-mail-log'),
});
