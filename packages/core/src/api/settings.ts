import { z } from 'zod';
import { ok, type Result, refuse } from '../shared/result.ts';
import { snippetOf } from '../workspace/snippet.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Call, operation } from './operation.ts';
import { assignmentPolicy, attributeSchema, automaticBody, businessHours, look, origins } from './settings-schemas.ts';

const callers = ['teammate', 'integrator', 'host'] as const;

const plain = {
  name: z.string().max(400),
  isolation: z.enum(['on', 'off']).meta({ description: 'off: members see every conversation.' }),
  keepTimedSnoozes: z.boolean().meta({ description: 'A timed snooze sleeps on although the contact writes.' }),
  reopenWithinDays: z
    .number()
    .int()
    .meta({ description: 'Mail to a conversation closed for longer starts a new one.' }),
  undoSeconds: z.number().int().meta({ description: 'For so long a reply by email can be taken back; 0 to 60.' }),
  typicalReplyMinutes: z.number().int().nullable(),
  assignment: assignmentPolicy,
  retentionDays: z.number().int().nullable().meta({ description: 'null: closed conversations are kept for ever.' }),
};
const attributes = { conversation: attributeSchema, contact: attributeSchema };
const autoAnswers = { acknowledgement: automaticBody, outOfHours: automaticBody };

const settings = z
  .object({ version: z.number(), ...plain, autoAnswers: z.object(autoAnswers), attributes: z.object(attributes) })
  .meta({ id: 'Settings', description: 'What holds for the whole workspace.' });

function settingsOf(workspace: Workspace): z.input<typeof settings> {
  const { version, name, isolation, keepTimedSnoozes, reopenWithinDays, undoSeconds } = workspace;
  const { typicalReplyMinutes, assignment, retentionDays, autoAnswers, attributes } = workspace;
  const numbers = { reopenWithinDays, undoSeconds, typicalReplyMinutes, retentionDays };
  return { version, name, isolation, keepTimedSnoozes, ...numbers, assignment, autoAnswers, attributes };
}

/** Answers with one part of what stands. */
function partOf<View>(result: Result<Workspace>, view: (workspace: Workspace) => View): Result<View> {
  return result.ok ? ok(view(result.value)) : result;
}

export const getSettings = operation({
  summary: 'The settings of the workspace',
  callers,
  output: settings,
  refusals: [],
  handle: async (_input, { desk, actor }) => partOf(await desk.attempt(actor).readSettings(), settingsOf),
});

export const changeSettings = operation({
  summary: 'Change settings; what is absent stays. Switching isolation ends every stream',
  callers,
  body: z.strictObject({
    ...z.strictObject(plain).partial().shape,
    autoAnswers: z.strictObject(autoAnswers).partial().optional(),
    attributes: z.strictObject(attributes).partial().optional(),
  }),
  output: settings,
  refusals: ['setting-invalid', 'attribute-schema-invalid'],
  handle: async (input, { desk, actor }) => partOf(await desk.attempt(actor).changeSettings(input), settingsOf),
});

const hours = z.object({ hours: businessHours.nullable().meta({ description: 'null: always open.' }) });

export const getHours = operation({
  summary: 'When the team works',
  callers,
  output: hours,
  refusals: [],
  handle: async (_input, { desk, actor }) =>
    partOf(await desk.attempt(actor).readSettings(), ({ hours }) => ({ hours })),
});

export const setHours = operation({
  summary: 'Set when the team works',
  callers,
  body: z.strictObject(hours.shape),
  output: hours,
  refusals: ['hours-invalid'],
  async handle(input, { desk, actor }) {
    const changed = await desk.attempt(actor).changeHours(input.hours);
    if (!changed.ok && changed.refusal.code === 'hours-invalid') {
      return refuse({ ...changed.refusal, path: `hours.${changed.refusal.path}` });
    }
    return partOf(changed, ({ hours }) => ({ hours }));
  },
});

const widget = z
  .object({
    ...look,
    origins,
    key: z.string().meta({ description: 'What the script names itself with; public.' }),
    snippet: z.string().meta({ description: 'The script to paste into the pages of the host.' }),
  })
  .meta({ id: 'WidgetSettings', description: 'How the widget looks and whom it lets write.' });

function widgetOf({ publicUrl = 'https://YOUR-DESK' }: Pick<Call, 'publicUrl'>) {
  return ({ widget: shown, widgetKey: key }: Workspace): z.input<typeof widget> => ({
    ...shown,
    key,
    snippet: snippetOf(publicUrl, key),
  });
}

export const getWidgetSettings = operation({
  summary: 'How the widget looks and whom it lets write, and the script to paste',
  callers,
  output: widget,
  refusals: [],
  handle: async (_input, call) => partOf(await call.desk.attempt(call.actor).readSettings(), widgetOf(call)),
});

export const setWidgetSettings = operation({
  summary: 'Set how the widget looks and whom it lets write',
  callers,
  body: z.strictObject({ ...look, origins }),
  output: widget,
  refusals: ['setting-invalid'],
  handle: async (input, call) => partOf(await call.desk.attempt(call.actor).changeWidget(input), widgetOf(call)),
});
