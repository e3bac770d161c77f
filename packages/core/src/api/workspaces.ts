import { z } from 'zod';
import { isId } from '../shared/id.ts';
import { ok, refuse } from '../shared/result.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { operation } from './operation.ts';
import { emailAddress, externalId, handle, name, teammate, teammateView } from './people-schemas.ts';
import { instant, limit, teammateId, workspaceId } from './schemas.ts';

const path = z.strictObject({ workspace: workspaceId });

const workspace = z
  .object({
    id: workspaceId,
    name: z.string(),
    mailDomain: z.string().meta({ description: 'Of its reply addresses.' }),
    addresses: z
      .array(z.string())
      .readonly()
      .meta({ description: 'Where it takes mail; replies come from the first.' }),
    widgetKey: z.string().meta({ description: "What the widget's script names itself with; public." }),
    createdAt: instant,
  })
  .meta({ id: 'Workspace', description: 'One customer of the host product.' });

function workspaceView({ id, name, mailDomain, addresses, widgetKey, createdAt }: Workspace) {
  return { id, name, mailDomain, addresses, widgetKey, createdAt };
}

export const createWorkspace = operation({
  summary: 'Make a workspace with its first owner. Takes no Idempotency-Key: the same id makes it once',
  callers: ['host'],
  within: 'desk',
  status: 201,
  body: z.strictObject({
    id: workspaceId.optional(),
    name: name.meta({ example: 'Acme' }),
    mailDomain: z.string().max(300).meta({
      description: 'Where its reply addresses lie; no other workspace has it.',
      example: 'acme.desk.example',
    }),
    addresses: z
      .array(z.string().max(400))
      .max(100)
      .optional()
      .meta({
        description: 'Where it takes mail; support@ the mail domain when absent.',
        example: ['help@acme.example'],
      }),
    owner: z.strictObject({
      id: teammateId.optional(),
      externalId,
      name,
      handle,
      email: emailAddress.nullable().optional(),
    }),
  }),
  output: z.object({ workspace, owner: teammate }),
  refusals: [
    'name-invalid',
    'mail-domain-invalid',
    'mail-domain-taken',
    'address-invalid',
    'address-taken',
    'handle-invalid',
    'id-taken',
  ],
  async handle(input, { desk, actor }) {
    const created = await desk.attempt(actor).createWorkspace(input);
    if (!created.ok) return created;
    const { workspace, owner } = created.value;
    return ok({ workspace: workspaceView(workspace), owner: teammateView(owner, actor) });
  },
});

export const listWorkspaces = operation({
  summary: 'All workspaces, one page',
  callers: ['host'],
  within: 'desk',
  query: z.strictObject({ limit, cursor: z.string().max(100).optional() }),
  output: z.object({ items: z.array(workspace), nextCursor: z.string().optional() }),
  refusals: [],
  async handle({ limit, cursor }, { desk, actor }) {
    if (cursor !== undefined && !isId('workspace', cursor)) return refuse({ code: 'malformed', path: 'cursor' });
    const page = await desk.attempt(actor).listWorkspaces({ after: cursor, limit });
    if (!page.ok) return page;
    const items = page.value.items.map(workspaceView);
    return ok(page.value.next === undefined ? { items } : { items, nextCursor: page.value.next });
  },
});

export const removeWorkspace = operation({
  summary: 'Remove a workspace: nobody gets in any more, and all that is in it goes',
  callers: ['teammate', 'host'],
  within: 'desk',
  path,
  output: z.object({ workspace: workspaceId }),
  refusals: [],
  handle: (input, { desk, actor }) => desk.attempt(actor).removeWorkspace(input.workspace),
});

export const getWorkspaceSecrets = operation({
  summary: 'What the host signs the tokens of teammates and the identities of visitors with (HS256)',
  callers: ['host'],
  within: 'desk',
  path,
  output: z
    .object({ workspace: workspaceId, teammates: z.string(), visitors: z.string(), widgetKey: z.string() })
    .meta({ description: 'The text itself is the key.' }),
  refusals: [],
  async handle(input, { desk, actor, tokens }) {
    const found = await desk.attempt(actor).findWorkspace(input.workspace);
    if (!found.ok) return found;
    const { id, widgetKey } = found.value;
    return ok({ workspace: id, ...(await tokens.secretsOf(id)), widgetKey });
  },
});
