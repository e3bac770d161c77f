import { createSigner } from '../api/signer.ts';
import { toFetchHandler } from '../api/to-fetch-handler.ts';
import type { Tokens } from '../api/tokens.ts';
import { createMemoryBlobStore } from '../blobs/memory-blob-store.ts';
import type { Channel } from '../channel/channel.ts';
import { createDesk, type Desk } from '../desk.ts';
import type { Actor, TeammateActor } from '../people/actor.ts';
import type { Teammate } from '../people/teammate.ts';
import type { WorkspaceId } from '../shared/id.ts';
import { type Clock, plus, systemClock } from '../shared/instant.ts';
import { openMemoryStorage } from '../storage/memory-storage.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A whole desk in memory behind its real API, for tests and stories of user interfaces. */
export interface MockDesk {
  readonly desk: Desk;
  readonly workspace: Workspace;
  /** The real API. Hand it to `createClient` as `fetch`, or to MSW: `http.all('*\/v1/*', ({ request }) => handle(request))`. */
  readonly handle: (request: Request) => Promise<Response>;
  /** A token that the desk takes for this actor; it proves nothing, and no other desk takes it. */
  tokenOf(actor: Actor): string;
  /** The actor that a teammate is, with what its row says. */
  actorOf(teammate: Teammate): TeammateActor;
}

export async function createMockDesk({
  clock = systemClock,
  channels = [{ name: 'chat', capabilities: { sends: false, undo: false } }],
}: {
  readonly clock?: Clock;
  readonly channels?: readonly Channel[];
} = {}): Promise<MockDesk> {
  const desk = createDesk({ ...openMemoryStorage({ clock }), blobs: createMemoryBlobStore(), clock, channels });
  const workspace = await desk.setUpWorkspace({
    name: 'Mock desk',
    mailDomain: 'desk.example',
    addresses: ['support@desk.example'],
    widgetKey: 'wk_mock',
  });
  return {
    desk,
    workspace,
    handle: toFetchHandler({ desk, tokens: mockTokens(clock), signer: createSigner('mock') }),
    tokenOf: encode,
    actorOf: ({ id, role, teams }) => ({
      kind: 'teammate',
      workspace: workspace.id,
      id,
      role,
      teams,
      isolation: workspace.isolation,
    }),
  };
}

const day = 86_400_000;

function mockTokens(clock: Clock): Tokens {
  return {
    async check(token) {
      try {
        return { actor: JSON.parse(decodeURIComponent(token)) as Actor, expiresAt: null };
      } catch {
        return undefined;
      }
    },
    issue: async (visitor) => ({ token: encode(visitor), expiresAt: plus(clock.now(), day) }),
    secretsOf: async () => ({ teammates: 'mock', visitors: 'mock' }),
    checkIdentity: async (_workspace: WorkspaceId, identity) => ({ id: identity, name: null, email: null }),
  };
}

function encode(actor: Actor): string {
  return encodeURIComponent(JSON.stringify(actor));
}
