import { type Cell, type CellValue, cellDelta, cellKey, cellsOf } from '../../conversation/cells.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import type { ConversationId, TeamId, TeammateId } from '../../shared/id.ts';
import { expectEqual, expectTrue, only } from '../assert.ts';
import { buildConversation } from '../builders.ts';
import { createSeededRandom } from '../seeded-random.ts';
import { commit, conversationRow, here, numbers, someEvents } from './given.ts';
import type { StorageScenario } from './storage-scenario.ts';

const cell: Cell = { sharedWith: null, team: null, teammate: null, tab: 'open' };

function byKey(values: readonly CellValue[]): [string, number][] {
  return values.map((one): [string, number] => [cellKey(one.cell), one.value]).sort(([a], [b]) => (a < b ? -1 : 1));
}

export const cellScenarios = [
  {
    key: 'cells-add-up',
    title: 'deltas add up, each cell for itself, though cells look alike',
    async run({ storage }) {
      const id = 'x';
      const cells: Cell[] = [
        cell,
        { ...cell, tab: 'closed' },
        { ...cell, team: id as TeamId },
        { ...cell, teammate: id as TeammateId },
        { ...cell, sharedWith: id as TeammateId },
        { ...cell, team: 'x%' as TeamId },
      ];
      await commit(storage, { cells: cells.map((one, index) => ({ cell: one, by: index + 1 })) });
      await commit(storage, { cells: cells.map((one) => ({ cell: one, by: 10 })) });
      expectEqual(
        byKey(await storage.readCells(here)),
        byKey(cells.map((one, index) => ({ cell: one, value: index + 11, seq: 0 }))),
      );
    },
  },
  {
    key: 'cells-at-zero-are-not-listed',
    title: 'a cell that is back at zero is answered with zero by the commit and no longer listed; it can rise again',
    async run({ storage }) {
      await commit(storage, { cells: [{ cell, by: 2 }] });
      const { cells } = await commit(storage, { cells: [{ cell, by: -2 }], events: someEvents(1) });
      expectEqual(cells, [{ cell, value: 0, seq: 1 }], 'answer');
      expectEqual(await storage.readCells(here), [], 'cells');
      await commit(storage, { cells: [{ cell, by: 1 }] });
      expectEqual(only(await storage.readCells(here)).value, 1, 'value');
    },
  },
  {
    key: 'committed-cells-have-the-new-position',
    title:
      'a commit answers the cells that it touched with their new values and the position after it; others keep theirs',
    async run({ storage }) {
      const closed: Cell = { ...cell, tab: 'closed' };
      await commit(storage, {
        cells: [
          { cell, by: 1 },
          { cell: closed, by: 1 },
        ],
        events: someEvents(3),
      });
      const { before, cells } = await commit(storage, { cells: [{ cell: closed, by: 4 }], events: someEvents(2) });
      expectEqual([before, cells], [3, [{ cell: closed, value: 5, seq: 5 }]], 'answer');
      const read = [...(await storage.readCells(here))].sort((one, other) => one.value - other.value);
      expectEqual(
        read,
        [
          { cell, value: 1, seq: 3 },
          { cell: closed, value: 5, seq: 5 },
        ],
        'cells',
      );
    },
  },
  {
    key: 'cell-touched-twice-in-one-change',
    title: 'two deltas of one cell in one change both count',
    async run({ storage }) {
      const { cells } = await commit(storage, {
        cells: [
          { cell, by: 2 },
          { cell, by: 3 },
        ],
        events: someEvents(1),
      });
      expectEqual(cells.at(-1), { cell, value: 5, seq: 1 }, 'answer');
      expectEqual(only(await storage.readCells(here)), { cell, value: 5, seq: 1 }, 'cell');
    },
  },
  {
    key: 'cells-under-8-writers',
    title: 'eight writers at once lose no count, and each new value is answered to one of them',
    async run(store) {
      const other = (await store.second?.()) ?? store;
      const answers = await Promise.all(
        numbers(8).map(async (writer) => {
          const { storage } = writer % 2 ? other : store;
          const values: number[] = [];
          for (const _ of numbers(25)) {
            const { before, cells } = await commit(storage, { cells: [{ cell, by: 1 }], events: someEvents(1) });
            const { value, seq } = only(cells, 'answered cells');
            expectEqual(seq, before + 1, 'seq of the cell');
            values.push(value);
          }
          return values;
        }),
      );
      const sorted = answers.flat().sort((one, another) => one - another);
      expectEqual(
        sorted,
        numbers(200).map((index) => index + 1),
        'answered values',
      );
      expectEqual(only(await store.storage.readCells(here)), { cell, value: 200, seq: 200 }, 'cell');
    },
  },
  {
    key: 'cells-equal-a-recount',
    title: 'after many changes of many conversations, the cells equal a recount of the rows',
    async run({ storage }) {
      const random = createSeededRandom(7);
      const kept = new Map<number, Conversation>();
      for (const turn of numbers(150)) {
        const index = random.below(25);
        const before = kept.get(index);
        const after = buildConversation({
          id: `cnv_${index}` as ConversationId,
          version: turn + 1,
          assignee: {
            team: random.pick([null, 'tem_1' as TeamId, 'tem_11' as TeamId]),
            teammate: random.pick([null, 'tmt_1' as TeammateId]),
          },
          sharedWith: random.pick([[], [{ teammate: 'tmt_1' as TeammateId, since: 1 }]]),
          spam: random.below(6) === 0,
          mergedInto: random.below(10) === 0 ? ('cnv_else' as ConversationId) : null,
        });
        kept.set(index, after);
        await commit(storage, { put: [conversationRow(after)], cells: cellDelta(before, after) });
      }
      const counted = new Map<string, CellValue>();
      for (const one of [...kept.values()].flatMap(cellsOf)) {
        const value = (counted.get(cellKey(one))?.value ?? 0) + 1;
        counted.set(cellKey(one), { cell: one, value, seq: 0 });
      }
      expectTrue(counted.size > 5, 'too few cells to compare');
      expectEqual(byKey(await storage.readCells(here)), byKey([...counted.values()]), 'cells');
    },
  },
] as const satisfies readonly StorageScenario[];
