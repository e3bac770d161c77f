import { type Change, type Committed, parseCellKey, type RowRef, StorageError } from '@deskkit/core';
import type { Database } from './database.ts';
import { encodeChange, sumCells } from './encode-change.ts';
import { codeOf } from './postgres-error.ts';

interface Answer {
  readonly before: number;
  readonly cells: Readonly<Record<string, number>> | null;
}

/** Writes a change by one call of the function `deskkit_commit`. */
export async function commit(database: Database, change: Change): Promise<Committed> {
  const encoded = encodeChange(change);
  try {
    const [row] = await database.query<{ answer: Answer }>('SELECT deskkit_commit($1) AS answer', [encoded]);
    if (!row) throw new Error('deskkit_commit gave no answer.');
    return readAnswer(row.answer, change);
  } catch (error) {
    throw codeOf(error) === 'DK001' ? readConflict(error, change) : error;
  }
}

/**
 * Writes changes of one workspace one after another in one statement: all of them, or none when one is refused. That
 * refusal is not read here: it may be the fault of a change before it.
 */
export async function commitTogether(database: Database, changes: readonly Change[]): Promise<readonly Committed[]> {
  const encoded = `[${changes.map(encodeChange).join()}]`;
  const rows = await database.query<{ answer: Answer }>(
    'SELECT deskkit_commit(change) AS answer FROM jsonb_array_elements($1) AS change',
    [encoded],
  );
  return rows.flatMap(({ answer }, index) => {
    const change = changes[index];
    return change ? [readAnswer(answer, change)] : [];
  });
}

function readAnswer({ before, cells }: Answer, change: Change): Committed {
  const seq = before + change.events.length;
  return {
    before,
    cells: [...sumCells(change).keys()].map((key) => ({ cell: parseCellKey(key), value: cells?.[key] ?? 0, seq })),
  };
}

/** `at` is the place of what failed in its list of the change. */
type Particulars = { readonly at: number } & RowRef;

function readConflict(error: unknown, change: Change): unknown {
  if (!(error instanceof Error && 'detail' in error && typeof error.detail === 'string')) return error;
  const { at, kind, id }: Particulars = JSON.parse(error.detail);
  const expected = change.expect[at];
  const settled = change.settle[at];
  const claimed = change.claim[at];
  if (error.message === 'version-conflict' && expected) return new StorageError({ code: 'version-conflict', expected });
  if (error.message === 'lease-lost' && settled) return new StorageError({ code: 'lease-lost', work: settled.id });
  if (error.message === 'key-taken' && claimed) {
    return new StorageError({ code: 'key-taken', key: claimed.key, by: { kind, id } });
  }
  return error;
}
