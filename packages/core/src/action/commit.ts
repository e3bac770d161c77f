import { plus } from '../shared/instant.ts';
import { resolveSeq } from '../shared/seq.ts';
import type { Change, Committed, Work } from '../storage/change.ts';
import type { RowRef } from '../storage/row.ts';
import type { Once, Parts } from './parts.ts';

/** Commits, then lets everybody look again: other nodes by a signal, this process's listeners directly. */
export async function commit(parts: Parts, change: Change): Promise<Committed> {
  const committed = await parts.storage.commit(parts.once ? remembering(parts, change, parts.once) : change);
  if (change.events.length > 0) {
    const events = change.events.map((event) => ({ ...event, seq: resolveSeq(event.seq, committed.before) }));
    parts.signals.publish(change.workspace, { kind: 'log-grew', seq: committed.before + events.length });
    parts.tell(change.workspace, events);
  }
  return committed;
}

const day = 86_400_000;

/** Keeps in the same commit what the request wrote, for a day: ids only, the answer is read anew. */
function remembering({ clock }: Parts, change: Change, { id, hash }: Once): Change {
  const kind = 'idempotent-answer';
  const wrote: readonly RowRef[] = change.put.map(({ kind, row }) => ({ kind, id: row.id }));
  const forget: Work = {
    id: `expire/${id}`,
    kind: 'expire',
    dueAt: plus(clock.now(), day),
    subject: { kind, id },
    attempts: 0,
  };
  return {
    ...change,
    expect: [...change.expect, { kind, id, version: 'absent' }],
    put: [...change.put, { kind, row: { id, version: 1, hash, wrote } }],
    schedule: [...change.schedule, forget],
  };
}
