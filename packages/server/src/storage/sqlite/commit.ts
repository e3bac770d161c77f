import { type Change, type Committed, type RowRef, resolveRow, resolveSeq, StorageError } from '@deskkit/core';
import type { Ledger } from './ledger.ts';
import type { Tables } from './tables.ts';

/**
 * Applies one change inside the open transaction. All that can speak against it is looked at before anything is
 * written, so a change that is refused has left nothing behind and needs no savepoint.
 */
export function applyChange(change: Change, tables: Tables, ledger: Ledger): Committed {
  // No row has this number: a workspace that nothing was written for holds nothing to compare with.
  check(change, tables, ledger.find(change.workspace)?.number ?? -1);
  return write(change, tables, ledger);
}

function check(change: Change, { rows, works, claims }: Tables, workspace: number): void {
  for (const expected of change.expect) {
    const version = rows.versionOf(workspace, expected) ?? 'absent';
    if (version !== expected.version) throw new StorageError({ code: 'version-conflict', expected });
  }
  for (const { id, token } of change.settle) {
    if (works.tokenOf(workspace, id) !== token) throw new StorageError({ code: 'lease-lost', work: id });
  }
  const released = new Set(change.release.map(({ within, key }) => `${within}/${key}`));
  const taken = new Map<string, RowRef>();
  for (const claim of change.claim) {
    const place = `${claim.within}/${claim.key}`;
    const stored = claims.holder(workspace, claim);
    const by = taken.get(place) ?? (stored?.workspace === workspace && released.has(place) ? undefined : stored);
    const mine =
      by && by.kind === claim.kind && by.id === claim.id && (!('workspace' in by) || by.workspace === workspace);
    if (by && !mine) {
      throw new StorageError({ code: 'key-taken', key: claim.key, by: { kind: by.kind, id: by.id } });
    }
    taken.set(place, { kind: claim.kind, id: claim.id });
  }
}

function write(change: Change, tables: Tables, ledger: Ledger): Committed {
  const { rows, conversations, events, cells, claims, places, index, works } = tables;
  const { number: workspace, position: before } = ledger.open(change.workspace);
  for (const put of change.put) {
    const row = resolveRow(put, before);
    if (row.kind === 'conversation') conversations.put(workspace, row.row);
    else rows.put(workspace, row);
  }
  for (const { kind, id } of change.remove) {
    if (kind === 'conversation') conversations.remove(workspace, id);
    else rows.remove(workspace, { kind, id });
  }
  for (const event of change.events) events.append(workspace, event, resolveSeq(event.seq, before));
  for (const key of change.release) claims.release(workspace, key);
  for (const claim of change.claim) claims.take(workspace, claim);
  for (const place of change.delist) places.giveUp(workspace, place);
  for (const place of change.enlist) places.take(workspace, place, resolveSeq(place.seq, before));
  for (const message of change.unindex) index.remove(workspace, message);
  for (const message of change.index) index.put(workspace, message, resolveSeq(message.seq, before));
  for (const { from, into } of change.reindex) index.move(workspace, from, into);
  for (const { id } of change.settle) works.remove(workspace, id);
  for (const id of change.cancel) works.remove(workspace, id);
  for (const work of change.schedule) works.schedule(workspace, work);
  const position = before + change.events.length;
  ledger.advance(change.workspace, position);
  return { before, cells: change.cells.map((delta) => cells.count(workspace, delta, position)) };
}
