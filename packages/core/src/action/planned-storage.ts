import { cellKey } from '../conversation/cells.ts';
import type { Change } from '../storage/change.ts';
import type { RowKind, RowOf, RowRef } from '../storage/row.ts';
import type { Storage } from '../storage/storage.ts';

/** The storage as it will be once `planned` is written, as far as planning asks: its rows and counters. */
export function plannedStorage(storage: Storage, planned: Change): Storage {
  const put = new Map(planned.put.map((row) => [keyOf({ kind: row.kind, id: row.row.id }), row.row]));
  const removed = new Set(planned.remove.map(keyOf));
  const planning: Pick<Storage, 'find' | 'readCells'> = {
    async find<Kind extends RowKind>(workspace: Change['workspace'], kind: Kind, ids: readonly string[]) {
      const stored = await storage.find(workspace, kind, ids);
      return ids.map((id, index) => {
        const key = keyOf({ kind, id });
        if (removed.has(key)) return undefined;
        return (put.get(key) as RowOf[Kind] | undefined) ?? stored[index];
      });
    },
    async readCells(workspace) {
      const values = new Map((await storage.readCells(workspace)).map((one) => [cellKey(one.cell), one]));
      for (const { cell, by } of planned.cells) {
        const key = cellKey(cell);
        const before = values.get(key) ?? { cell, value: 0, seq: 0 };
        values.set(key, { ...before, value: before.value + by });
      }
      return [...values.values()].filter(({ value }) => value !== 0);
    },
  };
  // An adapter may be an instance of a class: everything else goes to it as it is.
  return new Proxy(storage, {
    get(target, name) {
      const own: unknown = Reflect.get(name in planning ? planning : target, name);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

/** `next` behind `planned`, upon which it was planned: what it expects of rows that `planned` puts holds already. */
export function behindPlanned(planned: Change, next: Change): Change {
  const put = new Set(planned.put.map((row) => keyOf({ kind: row.kind, id: row.row.id })));
  return { ...next, expect: next.expect.filter((expected) => !put.has(keyOf(expected))) };
}

/** Each row once, as it was put last. */
export function putOnce(change: Change): Change {
  const rows = new Map(change.put.map((row) => [keyOf({ kind: row.kind, id: row.row.id }), row]));
  return { ...change, put: [...rows.values()] };
}

function keyOf({ kind, id }: RowRef): string {
  return `${kind}/${id}`;
}
