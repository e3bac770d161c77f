import type { BlobStore } from '../blobs/blob-store.ts';
import type { Inbound } from '../channel/channel.ts';
import { createDesk, type Desk, type DeskOptions } from '../desk.ts';
import type { TeammateActor, VisitorActor } from '../people/actor.ts';
import type { Team } from '../people/team.ts';
import type { Teammate } from '../people/teammate.ts';
import type { WorkspaceId } from '../shared/id.ts';
import { openMemoryStorage } from '../storage/memory-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakeIds } from './fake-ids.ts';

/** A desk in memory with a few people: an owner, an admin, and members of one team, of the other and of none. */
export interface TestDesk {
  readonly desk: Desk;
  readonly clock: FakeClock;
  readonly workspace: WorkspaceId;
  readonly teams: { readonly billing: Team; readonly sales: Team };
  readonly owner: TeammateActor;
  readonly admin: TeammateActor;
  /** Ana is in billing, Ben in sales, Cem in neither. */
  readonly ana: TeammateActor;
  readonly ben: TeammateActor;
  readonly cem: TeammateActor;
  visitor(): Promise<VisitorActor>;
  /** An authenticated mail to nobody in particular, unless told otherwise. */
  inbound(overrides?: Partial<Inbound>): Inbound;
}

export interface TestDeskOptions extends Partial<Omit<DeskOptions, 'storage' | 'directory' | 'clock'>> {
  /** Puts faults around the storage. */
  readonly wrap?: (storage: Storage) => Storage;
}

export async function openTestDesk({
  wrap = (storage) => storage,
  ...options
}: TestDeskOptions = {}): Promise<TestDesk> {
  const clock = createFakeClock();
  const { storage, directory } = openMemoryStorage({ clock });
  const parts = { blobs: createMemoryBlobs(), newId: createFakeIds(), ...options };
  const desk = createDesk({ ...parts, storage: wrap(storage), directory, clock });
  const { id: workspace } = await desk.setUpWorkspace({
    name: 'Example',
    mailDomain: 'mail.example.com',
    addresses: ['support@example.com'],
    widgetKey: 'widget',
  });
  const billing = await desk.addTeam(workspace, { name: 'Billing', handle: 'billing' });
  const sales = await desk.addTeam(workspace, { name: 'Sales', handle: 'sales' });
  const add = async (handle: string, role: Teammate['role'], teams: readonly Team[] = []) => {
    const given = { externalId: `host-${handle}`, name: handle, handle, role, teams: teams.map((team) => team.id) };
    return actorOf(workspace, await desk.addTeammate(workspace, given));
  };
  let mails = 0;
  return {
    desk,
    clock,
    workspace,
    teams: { billing, sales },
    owner: await add('olga', 'owner'),
    admin: await add('adam', 'admin'),
    ana: await add('ana', 'member', [billing]),
    ben: await add('ben', 'member', [sales]),
    cem: await add('cem', 'member'),
    visitor: () => desk.openSession(workspace, null),
    inbound: (overrides = {}) => ({
      workspace,
      channel: 'email',
      externalId: `<${++mails}@example.org>`,
      match: null,
      from: { name: 'Kim', address: 'kim@example.org' },
      verdict: 'pass',
      subject: 'An order',
      body: { format: 'text', text: 'Where is it?' },
      attachments: [],
      automatic: false,
      email: null,
      ...overrides,
    }),
  };
}

/** A teammate as its token would say. */
function actorOf(workspace: WorkspaceId, { id, role, teams }: Teammate): TeammateActor {
  return { kind: 'teammate', workspace, id, role, teams, isolation: 'on' };
}

function createMemoryBlobs(): BlobStore {
  const kept = new Map<string, readonly Uint8Array[]>();
  return {
    async put(id, bytes) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of bytes) chunks.push(chunk);
      kept.set(id, chunks);
      return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    },
    async get(id) {
      const chunks = kept.get(id);
      return chunks && streamOf(...chunks);
    },
    async delete(id) {
      kept.delete(id);
    },
  };
}

/** Chunks as they would come over a wire. */
export async function* streamOf(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
