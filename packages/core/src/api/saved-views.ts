import { z } from 'zod';
import { can } from '../access/can.ts';
import { maxSavedViews, type SavedView } from '../saved-view/saved-view.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { conversationStatus } from './conversation-schemas.ts';
import { folderInput } from './folders.ts';
import { operation } from './operation.ts';
import { savedViewId, tagId } from './schemas.ts';
import { wroteRow } from './wrote-row.ts';

const callers = ['teammate', 'integrator'] as const;
const path = z.strictObject({ savedView: savedViewId });
const name = z.string().max(400).meta({ example: 'Refunds that wait' });
const sort = z.enum(['newest', 'oldest', 'waiting']);

const filters = {
  status: conversationStatus.nullable(),
  channel: z.string().max(200).nullable(),
  tag: tagId.nullable(),
};

const optional = {
  status: filters.status.optional(),
  channel: filters.channel.optional(),
  tag: filters.tag.optional(),
  sort: sort.optional(),
};

const savedView = z
  .object({
    id: savedViewId,
    version: z.number(),
    name: z.string(),
    shared: z.boolean().meta({ description: "Everybody's; else the caller's own." }),
    folder: folderInput,
    ...filters,
    sort,
  })
  .meta({ id: 'SavedView', description: 'A folder with filters, to come back to.' });

const refusals = ['name-invalid', 'view-invalid'];

function viewOf({ owner, ...view }: SavedView): z.input<typeof savedView> {
  return { ...view, shared: owner === null };
}

function answer(result: Result<SavedView>): Result<z.input<typeof savedView>> {
  return result.ok ? ok(viewOf(result.value)) : result;
}

export const listSavedViews = operation({
  summary: "The views that everybody shares, and the caller's own",
  callers,
  output: z.object({
    items: z.array(savedView).meta({
      description: `All of them: at most ${maxSavedViews.shared} shared and ${maxSavedViews.own} own, so there are no pages.`,
    }),
  }),
  refusals: [],
  async handle(_input, { desk, actor }) {
    const found = await desk.attempt(actor).listSavedViews();
    return found.ok ? ok({ items: found.value.map(viewOf) }) : found;
  },
});

export const addSavedView = operation({
  summary: 'Save a view, for oneself or for everybody',
  callers,
  status: 201,
  body: z.strictObject({
    id: savedViewId.optional(),
    name,
    shared: z.boolean().default(false),
    folder: folderInput,
    ...optional,
  }),
  output: savedView,
  refusals: [...refusals, 'id-taken', 'limit-reached'],
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).addSavedView(input)),
  async again(wrote, call) {
    const row = await wroteRow(wrote, call, { kind: 'saved-view', action: 'read-words' });
    if (!row.ok) return row;
    const { actor } = call;
    const isOwn = actor.kind === 'teammate' && row.value.owner === actor.id;
    return isOwn || (row.value.owner === null && can(actor, 'change-words'))
      ? ok(viewOf(row.value))
      : refuse({ code: 'forbidden' });
  },
});

export const changeSavedView = operation({
  summary: 'Change a saved view',
  callers,
  path,
  body: z.strictObject({ name: name.optional(), folder: folderInput.optional(), ...optional }),
  output: savedView,
  refusals,
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).changeSavedView(input)),
});

export const deleteSavedView = operation({
  summary: 'Delete a saved view',
  callers,
  path,
  output: savedView.meta({ description: 'As it was.' }),
  refusals: [],
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).deleteSavedView(input.savedView)),
});
