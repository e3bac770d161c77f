import { type CellDelta, cellKey } from '../conversation/cells.ts';
import type { WorkspaceId } from '../shared/id.ts';
import type { Seq } from '../shared/seq.ts';
import { type Change, emptyChange } from '../storage/change.ts';
import { mapSeqs } from '../storage/resolve-row.ts';

/** Several changes as one, their events one after the other. Each was made as if it were alone. */
export function combineChanges(workspace: WorkspaceId, changes: readonly Change[]): Change {
  let all = emptyChange(workspace);
  for (const change of changes) {
    const later = behind(change, all.events.length);
    all = {
      workspace,
      expect: [...all.expect, ...later.expect],
      put: [...all.put, ...later.put],
      remove: [...all.remove, ...later.remove],
      events: [...all.events, ...later.events],
      cells: sumCells([...all.cells, ...later.cells]),
      claim: [...all.claim, ...later.claim],
      release: [...all.release, ...later.release],
      delist: [...all.delist, ...later.delist],
      enlist: [...all.enlist, ...later.enlist],
      index: [...all.index, ...later.index],
      unindex: [...all.unindex, ...later.unindex],
      reindex: [...all.reindex, ...later.reindex],
      schedule: [...all.schedule, ...later.schedule],
      cancel: [...all.cancel, ...later.cancel],
      settle: [...all.settle, ...later.settle],
    };
  }
  return all;
}

/** The change with its pending seqs `offset` further on. */
function behind(change: Change, offset: number): Change {
  if (offset === 0) return change;
  const shift = (seq: Seq) => (seq < 0 ? seq - offset : seq);
  return {
    ...change,
    put: change.put.map((row) => mapSeqs(row, shift)),
    events: change.events.map((event) => ({ ...event, seq: shift(event.seq) })),
    enlist: change.enlist.map((place) => ({ ...place, seq: shift(place.seq) })),
    index: change.index.map((message) => ({ ...message, seq: shift(message.seq) })),
  };
}

function sumCells(deltas: readonly CellDelta[]): readonly CellDelta[] {
  const sums = new Map<string, CellDelta>();
  for (const { cell, by } of deltas) sums.set(cellKey(cell), { cell, by: (sums.get(cellKey(cell))?.by ?? 0) + by });
  return [...sums.values()].filter(({ by }) => by !== 0);
}
