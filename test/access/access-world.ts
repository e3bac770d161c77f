import {
  type Actor,
  type ApiKeyId,
  type BlobStore,
  createDesk,
  type Desk,
  type Directory,
  type Instant,
  newId,
  type Storage,
  type TeammateActor,
  type VisitorActor,
  type WorkspaceId,
} from '@deskkit/core';
import { createSigner, type Tokens, toFetchHandler } from '@deskkit/core/api';
import { chatChannel } from '@deskkit/server';

/** A desk with somebody of every kind, and an API that takes an actor as its own token. */
export interface AccessWorld {
  readonly desk: Desk;
  readonly workspace: WorkspaceId;
  readonly owner: TeammateActor;
  readonly admin: TeammateActor;
  /** Of the team billing. */
  readonly member: TeammateActor;
  readonly stranger: TeammateActor;
  readonly visitor: VisitorActor;
  readonly otherVisitor: VisitorActor;
  readonly host: Actor;
  readonly integrator: ApiKeyId;
  readonly billing: string;
  readonly sales: string;
  /** Sends a request as the actor, or as nobody. */
  send(actor: Actor | undefined, method: string, path: string, body?: unknown): Promise<Response>;
}

export async function openAccessWorld(stores: {
  readonly storage: Storage;
  readonly directory: Directory;
  readonly blobs: BlobStore;
}): Promise<AccessWorld> {
  const email = { name: 'email', capabilities: { sends: true, undo: true } };
  const desk = createDesk({ ...stores, channels: [chatChannel, email] });
  const setUp = (name: string) =>
    desk.setUpWorkspace({ name, mailDomain: `${name}.example`, addresses: [`help@${name}.example`], widgetKey: name });
  const [{ id: workspace }, other] = [await setUp('one'), await setUp('two')];
  const billing = await desk.addTeam(workspace, { name: 'Billing', handle: 'billing' });
  const sales = await desk.addTeam(workspace, { name: 'Sales', handle: 'sales' });
  const add = async (home: WorkspaceId, role: TeammateActor['role'], teams: TeammateActor['teams'] = []) => {
    const { id } = await desk.addTeammate(home, { externalId: role, name: role, handle: role, role, teams });
    return { kind: 'teammate', workspace: home, id, role, teams, isolation: 'on' } as const;
  };
  const handle = toFetchHandler({ desk, tokens, signer: createSigner('access') });
  return {
    desk,
    workspace,
    owner: await add(workspace, 'owner'),
    admin: await add(workspace, 'admin'),
    member: await add(workspace, 'member', [billing.id]),
    stranger: await add(other.id, 'owner'),
    visitor: await desk.openSession(workspace, null),
    otherVisitor: await desk.openSession(workspace, null),
    host: { kind: 'host', workspace, id: newId('api-key') },
    integrator: newId('api-key'),
    billing: billing.id,
    sales: sales.id,
    send: (actor, method, path, body) =>
      handle(
        new Request(`http://desk.example/v1${path}`, {
          method,
          headers: {
            ...(body === undefined
              ? {}
              : { 'content-type': typeof body === 'string' ? 'message/rfc822' : 'application/json' }),
            ...(actor ? { authorization: `Bearer ${encodeURIComponent(JSON.stringify(actor))}` } : {}),
            ...(actor?.kind === 'host' ? { 'deskkit-workspace': actor.workspace } : {}),
          },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      ),
  };
}

const tokens: Tokens = {
  check: async (token) => ({ actor: JSON.parse(decodeURIComponent(token)) as Actor, expiresAt: null }),
  issue: async () => ({ token: 'issued', expiresAt: '2030-01-01T00:00:00.000Z' as Instant }),
  secretsOf: async () => ({ teammates: 'one', visitors: 'two' }),
  checkIdentity: async () => undefined,
};
