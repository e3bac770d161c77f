import { type Change, type ConversationId, emptyChange, newId, pendingSeq, type Row, systemClock } from '@deskkit/core';
import { buildContact, buildEvent } from '@deskkit/core/testing';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CommitGroup, createCommitGroup } from './commit-group.ts';
import { openDatabase } from './open-database.ts';
import { createTables } from './tables.ts';

const workspace = newId('workspace');
let db: Database;
let group: CommitGroup;

beforeEach(() => {
  db = openDatabase(':memory:');
  group = createCommitGroup(db, createTables(db, systemClock));
});

afterEach(() => db.close());

function adding(name: string): Change {
  const contact = buildContact({ name });
  return {
    ...emptyChange(workspace),
    expect: [{ kind: 'contact', id: contact.id, version: 'absent' }],
    put: [{ kind: 'contact', row: contact }],
    events: [buildEvent({ conversation: newId('conversation') as ConversationId, seq: pendingSeq(0) })],
  };
}

function countRows(): unknown {
  return db.prepare('SELECT (SELECT count(*) FROM row) AS rows, (SELECT count(*) FROM event) AS events').get();
}

async function outcomes(changes: readonly Change[]): Promise<readonly unknown[]> {
  const settled = await Promise.allSettled(changes.map((change) => group.commit(change)));
  return settled.map((one) => (one.status === 'fulfilled' ? one.value.before : (one.reason.code ?? one.reason.name)));
}

describe('a group of commits', () => {
  it('gives each change that fits the next seqs, and refuses the one that does not', async () => {
    const [one, other, third] = [adding('a'), adding('b'), adding('c')];
    const late: Change = { ...other, expect: [{ kind: 'contact', id: newId('contact'), version: 7 }] };

    expect(await outcomes([one, late, third])).toEqual([0, 'version-conflict', 1]);
    expect(countRows()).toEqual({ rows: 2, events: 2 });
  });

  it('sees what the changes before it in the group have written', async () => {
    const one = adding('a');
    expect(await outcomes([one, one])).toEqual([0, 'version-conflict']);
  });

  it('shares one transaction, and waits for it', async () => {
    let answered = false;
    const first = group.commit(adding('a')).then(() => {
      answered = true;
    });
    const second = group.commit(adding('b'));
    await Promise.resolve();

    expect(answered).toBe(false);
    expect(countRows()).toEqual({ rows: 0, events: 0 });
    await Promise.all([first, second]);
    expect(countRows()).toEqual({ rows: 2, events: 2 });
  });

  it('is refused as a whole when the disk is full, and goes on when there is space again', async () => {
    await outcomes([adding('before')]);
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages + 2}`);
    const changes = [adding('small'), adding('x'.repeat(50_000)), adding('small too')];

    expect(await outcomes(changes)).toEqual(['unavailable', 'unavailable', 'unavailable']);
    expect(countRows()).toEqual({ rows: 1, events: 1 });

    db.pragma('max_page_count = 100000');
    expect(await outcomes(changes)).toEqual([1, 2, 3]);
    expect(countRows()).toEqual({ rows: 4, events: 4 });
  });

  it('spares the neighbours of a change that cannot be written at all', async () => {
    const row = { kind: 'contact', row: { ...buildContact(), version: Number.NaN } } satisfies Row;
    const broken: Change = { ...emptyChange(workspace), put: [row] };

    expect(await outcomes([adding('a'), broken, adding('b')])).toEqual([0, expect.any(String), 1]);
    expect(countRows()).toEqual({ rows: 2, events: 2 });
  });

  it('takes more changes at once than it writes at once', async () => {
    const all = await outcomes(Array.from({ length: 600 }, (_, index) => adding(`${index}`)));
    expect(all).toEqual(Array.from({ length: 600 }, (_, index) => index));
  });

  it('answers what was waiting when it is flushed, and refuses when the database is closed', async () => {
    const waiting = group.commit(adding('a'));
    group.flush();
    db.close();

    expect((await waiting).before).toBe(0);
    await expect(group.commit(adding('b'))).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  });
});
