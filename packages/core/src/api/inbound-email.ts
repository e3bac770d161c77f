import { z } from 'zod';
import { can } from '../access/can.ts';
import { operation } from './operation.ts';
import { conversationId, messageId } from './schemas.ts';

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
