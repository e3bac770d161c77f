import { z } from 'zod';
import { ok } from '../shared/result.ts';
import { operation } from './operation.ts';
import { conversationId } from './schemas.ts';

const path = z.strictObject({ conversation: conversationId });
const nothing = z.strictObject({});

export const sayPresence = operation({
  summary: 'Say what one does on a conversation right now; said again while it lasts, over 30 seconds after that',
  callers: ['teammate', 'integrator'],
  path,
  body: z.strictObject({
    doing: z.enum(['viewing', 'typing-reply', 'typing-note', 'left']).meta({ example: 'typing-reply' }),
  }),
  output: nothing,
  refusals: ['conversation-merged'],
  async handle(input, { desk, actor }) {
    const said = await desk.attempt(actor).sayPresence(input);
    return said.ok ? ok({}) : said;
  },
});

export const sayWidgetTyping = operation({
  summary: 'Say that the visitor writes; said again while it lasts, over 30 seconds after that',
  callers: ['visitor'],
  path,
  body: nothing,
  output: nothing,
  refusals: [],
  async handle(input, { desk, actor }) {
    const said = await desk.attempt(actor).sayTyping(input.conversation);
    return said.ok ? ok({}) : said;
  },
});
