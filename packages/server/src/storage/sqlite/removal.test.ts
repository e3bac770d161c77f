import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Change, emptyChange, newId, pendingSeq, sharedFacet } from '@deskkit/core';
import { buildConversation, buildMessage, buildWork, buildWorkspaceEvent } from '@deskkit/core/testing';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqliteStorage } from './open-sqlite-storage.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskkit-removal-'));
  file = join(folder, 'desk.db');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Something in every table, and more messages than are deleted at once. */
function something(): Change {
  const teammate = newId('teammate');
  const conversation = buildConversation({ sharedWith: [{ teammate, since: 1 }] });
  const messages = Array.from({ length: 1_200 }, () => buildMessage({ conversation: conversation.id }));
  const [first] = messages;
  const holder = { kind: 'message', id: first?.id ?? '' } as const;
  return {
    ...emptyChange(newId('workspace')),
    put: [{ kind: 'conversation', row: conversation }, ...messages.map((row) => ({ kind: 'message' as const, row }))],
    events: messages.map((_, index) =>
      buildWorkspaceEvent({ type: 'settings-changed', what: 'name' }, pendingSeq(index)),
    ),
    cells: [{ cell: { sharedWith: null, team: null, teammate: null, tab: 'open' }, by: 1 }],
    claim: [
      { ...holder, within: 'workspace', key: sharedFacet(teammate) },
      { ...holder, within: 'everywhere', key: 'support@example.com' },
    ],
    enlist: [{ ...holder, list: 'unread', seq: pendingSeq(0) }],
    index: messages.map(({ id }, index) => {
      return { message: id, conversation: conversation.id, seq: pendingSeq(index), words: ['hello'] };
    }),
    schedule: [buildWork()],
  };
}

const counted = [
  ...['workspace', 'row', 'conversation', 'conversation_facet', 'event', 'cell', 'claimed', 'place', 'work', 'removed'],
  ...['indexed_message', 'word_index_docsize'],
];

/** The tables that are not empty. */
function tablesWithRows(): readonly string[] {
  const db = new Database(file, { readonly: true });
  const found = counted.filter((table) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined);
  db.close();
  return found;
}

it('leaves no row in any table', async () => {
  const { storage, close } = openSqliteStorage({ file });
  const change = something();
  await storage.commit(change);
  expect(tablesWithRows()).toEqual(counted.filter((table) => table !== 'removed'));

  await storage.remove(change.workspace);
  await close();
  expect(tablesWithRows()).toEqual([]);
});

it('hides a workspace at once, and goes on at the next start where a process was stopped', async () => {
  const first = openSqliteStorage({ file });
  const change = something();
  await first.storage.commit(change);
  const removed = first.storage.remove(change.workspace);
  expect(await first.storage.position(change.workspace)).toBe(0);
  await Promise.all([first.close(), removed]);
  expect(tablesWithRows()).toContain('event');

  const second = openSqliteStorage({ file });
  await expect.poll(tablesWithRows).toEqual([]);
  await second.close();
});

it('gives the number of a removed workspace or conversation to no other', async () => {
  const { storage, close } = openSqliteStorage({ file });
  const numbers = async () => {
    const change = something();
    await storage.commit(change);
    const db = new Database(file, { readonly: true });
    const found = db.prepare('SELECT workspace, number FROM conversation').get();
    db.close();
    await storage.remove(change.workspace);
    return found;
  };
  expect([await numbers(), await numbers()]).toEqual([
    { workspace: 1, number: 1 },
    { workspace: 2, number: 2 },
  ]);
  await close();
});
