import { z } from 'zod';
import { maxSavedReplies } from '../saved-reply/saved-reply.ts';
import { ok } from '../shared/result.ts';
import { operation } from './operation.ts';
import { body, savedReplyId } from './schemas.ts';
import { wroteRow } from './wrote-row.ts';

const callers = ['teammate', 'integrator'] as const;
const path = z.strictObject({ savedReply: savedReplyId });
const name = z.string().max(400).meta({ example: 'Where the invoice is' });
const shortcut = z
  .string()
  .max(200)
  .nullable()
  .meta({ description: 'What is typed after /, formed like a handle; null for none.', example: 'invoice' });
const words = z
  .strictObject(body.shape)
  .meta({ example: { format: 'markdown', text: 'Hi {{contact.name}}, your invoice is on its way.' } });

const savedReply = z
  .object({
    id: savedReplyId,
    version: z.number(),
    name: z.string(),
    shortcut: z.string().nullable(),
    body,
  })
  .meta({ id: 'SavedReply', description: 'Words to answer with again and again; they may hold variables.' });

const refusals = ['name-invalid', 'shortcut-invalid', 'shortcut-taken', 'body-empty', 'body-too-long'];

export const listSavedReplies = operation({
  summary: 'The saved replies of the workspace',
  callers,
  output: z.object({
    items: z.array(savedReply).meta({ description: `All of them: at most ${maxSavedReplies}, so there are no pages.` }),
  }),
  refusals: [],
  async handle(_input, { desk, actor }) {
    const found = await desk.attempt(actor).listSavedReplies();
    return found.ok ? ok({ items: [...found.value] }) : found;
  },
});

export const addSavedReply = operation({
  summary: 'Save a reply',
  callers,
  status: 201,
  body: z.strictObject({ id: savedReplyId.optional(), name, shortcut: shortcut.optional(), body: words }),
  output: savedReply,
  refusals: [...refusals, 'id-taken', 'limit-reached'],
  handle: (input, { desk, actor }) => desk.attempt(actor).addSavedReply(input),
  again: (wrote, call) => wroteRow(wrote, call, { kind: 'saved-reply', action: 'change-words' }),
});

export const changeSavedReply = operation({
  summary: 'Change a saved reply',
  callers,
  path,
  body: z.strictObject({ name: name.optional(), shortcut: shortcut.optional(), body: words.optional() }),
  output: savedReply,
  refusals,
  handle: (input, { desk, actor }) => desk.attempt(actor).changeSavedReply(input),
});

export const deleteSavedReply = operation({
  summary: 'Delete a saved reply',
  callers,
  path,
  output: savedReply.meta({ description: 'As it was.' }),
  refusals: [],
  handle: (input, { desk, actor }) => desk.attempt(actor).deleteSavedReply(input.savedReply),
});
