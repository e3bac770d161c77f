import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, createDesk, type Instant, integratorScopes, newId } from '@deskkit/core';
import { createSigner, type Tokens, toFetchHandler } from '@deskkit/core/api';
import { chatChannel, openDiskBlobStore, openSqliteStorage } from '@deskkit/server';
import type { Known } from './random-request.ts';

/** A small desk on a SQLite file, with somebody of every kind, behind its API. */
export interface FuzzDesk {
  handle(request: Request): Promise<Response>;
  /** Tokens of everybody, and some that are none. */
  readonly tokens: readonly string[];
  readonly known: Known;
  position(): Promise<number>;
  files(): Promise<number>;
  /** What the desk itself called a fault. */
  readonly faults: string[];
  close(): Promise<void>;
}

export async function openFuzzDesk(): Promise<FuzzDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'deskkit-fuzz-'));
  const store = openSqliteStorage({ file: join(folder, 'desk.sqlite') });
  const blobs = await openDiskBlobStore(join(folder, 'files'));
  const faults: string[] = [];
  const logger = {
    warn() {},
    error: (message: string, details?: Readonly<Record<string, unknown>>) =>
      void faults.push(
        `${message}: ${details?.error instanceof Error ? details.error.stack : JSON.stringify(details)}`,
      ),
  };
  const email = { name: 'email', capabilities: { sends: true, undo: true } };
  const desk = createDesk({ ...store, blobs, logger, channels: [chatChannel, email] });
  const setUp = (name: string) =>
    desk.setUpWorkspace({ name, mailDomain: `${name}.example`, addresses: [`help@${name}.example`], widgetKey: name });
  const [{ id: workspace }, other] = [await setUp('one'), await setUp('two')];
  const billing = await desk.addTeam(workspace, { name: 'Billing', handle: 'billing' });
  const people = [];
  for (const role of ['owner', 'admin', 'member'] as const) {
    const given = { externalId: role, name: role, handle: role, role, teams: role === 'member' ? [billing.id] : [] };
    people.push(await desk.addTeammate(workspace, given));
  }
  const visitor = await desk.openSession(workspace, null);
  const body = { format: 'text', text: 'Where is my parcel?' } as const;
  const started = [];
  for (let count = 0; count < 4; count++) started.push(await desk.as(visitor).startChat({ body }));
  const actors: Actor[] = [
    ...people.map(
      ({ id, role, teams }) => ({ kind: 'teammate', workspace, id, role, teams, isolation: 'on' }) as const,
    ),
    { kind: 'integrator', workspace, id: newId('api-key'), scopes: integratorScopes },
    visitor,
    { kind: 'host', workspace, id: newId('api-key') },
  ];
  const signer = createSigner('fuzz');
  const tokens: Tokens = {
    ...noTokens,
    check: async (token) => {
      const actor = actors[Number(token)];
      return actor && { actor, expiresAt: null };
    },
  };
  return {
    handle: toFetchHandler({ desk, tokens, signer }),
    // Whoever may do most gets furthest.
    tokens: [0, 0, 0, 0, 1, ...actors.keys(), ...actors.keys(), 'garbage', ''].map(String),
    known: {
      wsp: [other.id],
      cnv: started.map(({ conversation }) => conversation.id),
      msg: started.map(({ message }) => message.id),
      cnt: [visitor.contact],
      tmt: people.map(({ id }) => id),
      tem: [billing.id],
    },
    position: () => store.storage.position(workspace),
    files: async () => (await readdir(join(folder, 'files'), { recursive: true })).length,
    faults,
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const noTokens = {
  issue: async () => ({ token: 'issued', expiresAt: '2030-01-01T00:00:00.000Z' as Instant }),
  secretsOf: async () => ({ teammates: 'one', visitors: 'two' }),
  checkIdentity: async () => undefined,
};
