import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contract, type OperationName, routes } from '@deskkit/core/api';
import { openMemoryStorage } from '@deskkit/core/storage/memory';
import { createMemoryBlobStore } from '@deskkit/core/testing';
import { openPostgresStorage, openSqliteStorage } from '@deskkit/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../support/postgres.ts';
import { type AccessWorld, openAccessWorld } from './access-world.ts';
import { operations } from './operations.ts';
import { type Outcome, type Place, type Subject, subjects } from './subjects.ts';

const open = new Set<OperationName>(['getWidgetConfig', 'openWidgetSession', 'downloadFile']);

/** Told apart by whose it is, not by who asks: files by their conversation, a workspace by its owner. */
const elsewhere = new Set<OperationName>(['addAttachment', 'getAttachment', 'removeWorkspace']);

describe('the page of access', () => {
  it('has a line for every operation that asks who calls', () => {
    const asking = Object.entries(contract).filter(([, { callers }]) => callers.length > 0);
    const named = asking.map(([name]) => name).filter((name) => !elsewhere.has(name as OperationName));
    expect(Object.keys(operations).sort()).toEqual(named.sort());
    for (const name of open) expect(contract[name].callers).toEqual([]);
  });
});

const stores = [
  { name: 'memory', open: async () => ({ ...openMemoryStorage(), close: async () => {} }) },
  {
    name: 'SQLite',
    async open() {
      const folder = await mkdtemp(join(tmpdir(), 'deskkit-access-'));
      const store = openSqliteStorage({ file: join(folder, 'desk.sqlite') });
      const close = async () => {
        await store.close();
        await rm(folder, { recursive: true, force: true });
      };
      return { storage: store.storage, directory: store.directory, close };
    },
  },
  {
    name: 'Postgres',
    async open() {
      const { url, drop } = await createDatabase();
      const store = await openPostgresStorage({ url });
      const close = async () => {
        await store.close();
        await drop();
      };
      return { storage: store.storage, directory: store.directory, close };
    },
  },
];

/** The proof that leaves out questions to the gate runs this again and again, and needs one store only. */
const { DESKKIT_STORES: only } = process.env;

describe.each(stores.filter(({ name }) => !only || only.split(',').includes(name)))(
  'who may do what, on $name',
  ({ open }) => {
    let world: AccessWorld;
    let close: () => Promise<void>;
    let cells = 0;

    beforeAll(async () => {
      const store = await open();
      close = store.close;
      world = await openAccessWorld({ ...store, blobs: createMemoryBlobStore() });
    });
    afterAll(async () => {
      process.stdout.write(`access matrix: ${cells} cells\n`);
      await close();
    });

    it.each(Object.keys(operations) as OperationName[])('%s', async (name) => {
      const got: string[] = [];
      const wanted: string[] = [];
      for (const subject of subjects) {
        for (const place of ['seen', 'hidden'] as const) {
          const cell = `${subject.name}, ${place}`;
          wanted.push(`${cell}: ${expected(name, subject, place)}`);
          got.push(`${cell}: ${await outcomeOf(world, name, subject, place)}`);
          cells += 1;
        }
      }
      expect(got).toEqual(wanted);
    });
  },
);

function expected(name: OperationName, subject: Subject, place: Place): Outcome {
  const called = operations[name];
  if (!called) throw new Error(`${name} has no line`);
  const outcome = subject.expects(called.line, called.aboutNothing ? 'seen' : place);
  // Who asks for nothing in particular gets its own nothing, in its own workspace.
  return called.aboutNothing && outcome === 'not-found' ? 'passes' : outcome;
}

async function outcomeOf(world: AccessWorld, name: OperationName, subject: Subject, place: Place): Promise<Outcome> {
  const called = operations[name];
  if (!called) throw new Error(`${name} has no line`);
  const [method = ''] = routes[name].split(' ');
  const [path, body] = await called.ask(world, place);
  const response = await world.send(subject.actor(world, called.line), method, path, body);
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return 'passes';
  }
  const { code } = (await response.json().catch(() => ({}))) as { readonly code?: string };
  switch (response.status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 500:
      throw new Error(`${method} ${path}: ${code}`);
    default:
      return 'passes';
  }
}
