import { z } from 'zod';
import { ok } from '../shared/result.ts';
import { maxTagsOfWorkspace } from '../tag/tag.ts';
import { operation } from './operation.ts';
import { tagId } from './schemas.ts';
import { wroteRow } from './wrote-row.ts';

const callers = ['teammate', 'integrator'] as const;
const path = z.strictObject({ tag: tagId });
const name = z
  .string()
  .max(200)
  .meta({ description: '1 to 60 characters, unique whatever the case.', example: 'Refund' });
const colour = z.string().max(20).meta({ description: '#rrggbb', example: '#b45309' });

const tag = z
  .object({ id: tagId, version: z.number(), name: z.string(), colour: z.string() })
  .meta({ id: 'Tag', description: 'A word to sort conversations by.' });

const refusals = ['name-invalid', 'colour-invalid', 'tag-taken'];

export const listTags = operation({
  summary: 'The tags of the workspace',
  callers,
  output: z.object({
    items: z.array(tag).meta({ description: `All of them: at most ${maxTagsOfWorkspace}, so there are no pages.` }),
  }),
  refusals: [],
  async handle(_input, { desk, actor }) {
    const found = await desk.attempt(actor).listTags();
    return found.ok ? ok({ items: [...found.value] }) : found;
  },
});

export const addTag = operation({
  summary: 'Make a tag',
  callers,
  status: 201,
  body: z.strictObject({ id: tagId.optional(), name, colour: colour.optional() }),
  output: tag,
  refusals: [...refusals, 'id-taken', 'limit-reached'],
  handle: (input, { desk, actor }) => desk.attempt(actor).addTag(input),
  again: (wrote, call) => wroteRow(wrote, call, { kind: 'tag', action: 'change-words' }),
});

export const changeTag = operation({
  summary: 'Rename or recolour a tag',
  callers,
  path,
  body: z.strictObject({ name: name.optional(), colour: colour.optional() }),
  output: tag,
  refusals,
  handle: (input, { desk, actor }) => desk.attempt(actor).changeTag(input),
});

export const deleteTag = operation({
  summary: 'Delete a tag; conversations keep its id, which then means nothing',
  callers,
  path,
  output: tag.meta({ description: 'As it was.' }),
  refusals: [],
  handle: (input, { desk, actor }) => desk.attempt(actor).deleteTag(input.tag),
});
