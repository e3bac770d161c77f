import { type Branch, branchesOf, type Conversation, type ConversationQuery, notWaiting } from '@deskkit/core';
import type { Database, Statement } from 'better-sqlite3';
import { conditionsOf, type Strand, strandSql } from './list-sql.ts';

/** Pages of folders: one keyset page per branch, read from an index alone, then the rows of those that remain. */
export interface ConversationLists {
  read(workspace: number, query: ConversationQuery): readonly Conversation[];
}

/** Where a conversation stands in a list: its number and its sort key. */
type Place = readonly [number: number, key: number];

export function createConversationLists(db: Database): ConversationLists {
  const statements = new Map<string, Statement<unknown[], Place>>();
  const data = db.prepare<[number], string>('SELECT data FROM conversation WHERE number = ?').pluck();

  function readStrand(workspace: number, branch: Branch, strand: Strand, query: ConversationQuery): readonly Place[] {
    const conditions = conditionsOf(branch, query);
    const sql = strandSql(strand, conditions);
    const statement = statements.get(sql) ?? db.prepare<unknown[], Place>(sql).raw();
    statements.set(sql, statement);
    return statement.all(workspace, ...conditions.map(({ value }) => value), strand.beyond, query.limit);
  }

  return {
    read(workspace, query) {
      const strands = strandsOf(query);
      const pages = branchesOf(query).flatMap((branch) =>
        strands.map((strand) => readStrand(workspace, branch, strand, query)),
      );
      return merge(pages, query).flatMap((number) => {
        const found = data.get(number);
        return found === undefined ? [] : [JSON.parse(found) as Conversation];
      });
    },
  };
}

/** A sort as walks along indexes, each of which holds those that are waited for or those that are not. */
function strandsOf({ sort, after }: ConversationQuery): readonly Strand[] {
  if (sort === 'waiting') {
    return [
      { waiting: 1, column: 'waiting_seq', key: 'waiting_seq', order: 'ASC', beyond: after ?? 0 },
      {
        waiting: 0,
        column: 'last_seq',
        key: `${notWaiting} - last_seq`,
        order: 'DESC',
        beyond: notWaiting - (after ?? 0),
      },
    ];
  }
  const order = sort === 'newest' ? 'DESC' : 'ASC';
  const beyond = after ?? (sort === 'newest' ? notWaiting : 0);
  return ([0, 1] as const).map((waiting) => ({ waiting, column: 'last_seq', key: 'last_seq', order, beyond }));
}

/** Branches overlap, so the same conversation may stand in several pages. */
function merge(pages: readonly (readonly Place[])[], { sort, limit }: ConversationQuery): readonly number[] {
  const direction = sort === 'newest' ? -1 : 1;
  const places = pages.flat();
  if (pages.filter((page) => page.length > 0).length > 1) {
    places.sort(([, one], [, other]) => (one - other) * direction);
  }
  return [...new Set(places.map(([number]) => number))].slice(0, limit);
}
