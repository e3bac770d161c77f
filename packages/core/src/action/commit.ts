import { resolveSeq } from '../shared/seq.ts';
import type { Change, Committed } from '../storage/change.ts';
import type { Parts } from './parts.ts';

/** Commits, then lets everybody look again: other nodes by a signal, this process's listeners directly. */
export async function commit(parts: Parts, change: Change): Promise<Committed> {
  const committed = await parts.storage.commit(change);
  if (change.events.length > 0) {
    const events = change.events.map((event) => ({ ...event, seq: resolveSeq(event.seq, committed.before) }));
    parts.signals.publish(change.workspace, { kind: 'log-grew', seq: committed.before + events.length });
    parts.tell(change.workspace, events);
  }
  return committed;
}
