import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { expectedReply } from '../hours/expected-reply.ts';
import { emailOf } from '../people/contact.ts';
import { ok, refuse } from '../shared/result.ts';
import { everywhereKeys } from '../workspace/unique-keys.ts';
import { refuseSession } from '../workspace/widget-look.ts';
import { operation } from './operation.ts';
import { instant } from './schemas.ts';
import { expectedReplySchema, look } from './settings-schemas.ts';

const key = z.string().min(1).max(100);

async function findWorkspace(desk: Desk, key: string) {
  const found = await desk.parts.directory.find(everywhereKeys.widget(key));
  const [workspace] = found ? await desk.parts.storage.find(found.workspace, 'workspace', [found.workspace]) : [];
  return workspace;
}

export const getWidgetConfig = operation({
  summary: 'How the widget looks and what it says',
  callers: [],
  query: z.strictObject({ key }),
  output: z.object({
    workspace: z.string(),
    ...look,
    reply: expectedReplySchema,
  }),
  refusals: ['not-found'],
  async handle(input, { desk }) {
    const workspace = await findWorkspace(desk, input.key);
    if (!workspace) return refuse({ code: 'not-found' });
    const { name, hours, typicalReplyMinutes } = workspace;
    const { origins, ...shown } = workspace.widget;
    const reply = expectedReply({ hours, typicalMinutes: typicalReplyMinutes }, desk.parts.clock.now());
    return ok({ workspace: name, ...shown, reply });
  },
});

export const openWidgetSession = operation({
  summary: 'A session for a visitor, anonymous or with what the host signed',
  callers: [],
  status: 201,
  body: z.strictObject({
    key,
    identity: z.string().max(4000).optional().meta({ description: 'A JWT that the host signed for its user.' }),
    name: z.string().max(200).optional(),
  }),
  output: z.object({ token: z.string(), expiresAt: instant }),
  refusals: ['bad-token', 'identity-required', 'origin-not-allowed', 'not-found'],
  async handle({ key, identity, name }, { desk, tokens, origin }) {
    const workspace = await findWorkspace(desk, key);
    if (!workspace) return refuse({ code: 'not-found' });
    const refusal = refuseSession(workspace.widget, { origin, hasIdentity: identity !== undefined });
    if (refusal) return refuse(refusal);
    const proven = identity === undefined ? null : await tokens.checkIdentity(workspace.id, identity);
    if (proven === undefined) return refuse({ code: 'bad-token', path: 'identity' });
    return ok(await tokens.issue(await desk.openSession(workspace.id, proven, name?.trim() || null)));
  },
});

export const changeWidgetMe = operation({
  summary: 'What the visitor says of itself; an address said so proves nothing',
  callers: ['visitor'],
  body: z.strictObject({
    name: z.string().max(400).nullable().optional(),
    email: z.string().max(400).nullable().optional().meta({ example: 'kim@example.org' }),
  }),
  output: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
  refusals: ['name-invalid', 'address-invalid'],
  async handle(input, { desk, actor }) {
    const described = await desk.attempt(actor).describeMyself(input);
    if (!described.ok) return described;
    return ok({ name: described.value.name, email: emailOf(described.value) ?? null });
  },
});
