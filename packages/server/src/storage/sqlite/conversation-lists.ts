import { type Branch, branchesOf, type Conversation, type ConversationQuery, notWaiting } from '@deskkit/core';
import type { Database } from 'better-sqlite3';
import { type Conditions, conditionsOf, type Strand, strandSql } from './list-sql.ts';

/** Pages of folders: one keyset page per branch, merged. */
export interface ConversationLists {
  read(workspace: number, query: ConversationQuery): readonly Conversation[];
}

/** Where a conversation stands in a list: its number and its sort key. */
type Place = readonly [number: number, key: number];

export function createConversationLists(db: Database): ConversationLists {
  const places = cached((sql) => db.prepare<unknown[], [number: number, place: number]>(sql).raw());
  const rows = cached((sql) => db.prepare<unknown[], string>(sql).pluck());
  const dataOf = db.prepare<[number], string>('SELECT data FROM conversation WHERE number = ?').pluck();

  /** What the walks of one branch find, until there is enough for a page. */
  function walk<Item>(
    { workspace, branch, query }: { workspace: number; branch: Branch; query: ConversationQuery },
    readStrand: (strand: Walk, conditions: Conditions, values: readonly unknown[]) => readonly Item[],
  ): readonly Item[] {
    const conditions = conditionsOf(branch, query);
    const found: Item[] = [];
    for (const strand of walksOf(query)) {
      if (found.length >= query.limit) break;
      const values = [workspace, ...conditions.values, strand.beyond];
      const limit = query.limit - found.length;
      found.push(...readStrand(strand, conditions, [...strand.waiting.flatMap(() => values), limit]));
    }
    return found;
  }

  const readRows = (workspace: number, branch: Branch, query: ConversationQuery): readonly string[] =>
    walk({ workspace, branch, query }, (strand, conditions, values) =>
      rows(strandSql(strand, conditions, true)).all(...values),
    );
  const readPlaces = (workspace: number, branch: Branch, query: ConversationQuery): readonly Place[] =>
    walk({ workspace, branch, query }, (strand, conditions, values) =>
      places(strandSql(strand, conditions, false))
        .all(...values)
        .map(([number, place]): Place => [number, strand.keyOf(place)]),
    );

  function readData(workspace: number, query: ConversationQuery): readonly string[] {
    const branches = branchesOf(query);
    const [only] = branches;
    if (only && branches.length === 1) return readRows(workspace, only, query);
    // Of many branches' pages most is thrown away, so rows are read when it is known which of them remain.
    const found = merge(
      branches.map((branch) => readPlaces(workspace, branch, query)),
      query,
    );
    return found.flatMap((number) => dataOf.get(number) ?? []);
  }

  return {
    read: (workspace, query) => readData(workspace, query).map((data) => JSON.parse(data) as Conversation),
  };
}

function cached<Prepared>(prepare: (sql: string) => Prepared): (sql: string) => Prepared {
  const statements = new Map<string, Prepared>();
  return (sql) => {
    const statement = statements.get(sql) ?? prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
}

/** `keyOf` makes sort keys of what the walk is ordered by. */
interface Walk extends Strand {
  keyOf(place: number): number;
}

/** A sort as walks that follow each other. */
function walksOf({ sort, after }: ConversationQuery): readonly Walk[] {
  const same = (place: number) => place;
  const mirrored = (place: number) => notWaiting - place;
  if (sort === 'waiting') {
    return [
      { waiting: [1], column: 'waiting_seq', order: 'ASC', beyond: after ?? 0, keyOf: same },
      { waiting: [0], column: 'last_seq', order: 'DESC', beyond: mirrored(after ?? 0), keyOf: mirrored },
    ];
  }
  const order = sort === 'newest' ? 'DESC' : 'ASC';
  const beyond = after ?? (sort === 'newest' ? notWaiting : 0);
  return [{ waiting: [0, 1], column: 'last_seq', order, beyond, keyOf: same }];
}

/** Branches overlap, so the same conversation may stand in several pages. */
function merge(pages: readonly (readonly Place[])[], { sort, limit }: ConversationQuery): readonly number[] {
  const direction = sort === 'newest' ? -1 : 1;
  return [...new Map(pages.flat())]
    .sort(([, one], [, other]) => (one - other) * direction)
    .slice(0, limit)
    .map(([number]) => number);
}
