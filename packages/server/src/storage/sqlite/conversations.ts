import { type Conversation, facetsOf, tabOf } from '@deskkit/core';
import type { Database } from 'better-sqlite3';
import { storedKey } from './stored-key.ts';

/** Conversations with the columns and facets that their lists are ordered and filtered by. */
export interface Conversations {
  put(workspace: number, conversation: Conversation): void;
  remove(workspace: number, id: string): void;
}

export function createConversations(db: Database): Conversations {
  const find = db
    .prepare<unknown[], [number: number, hasFacets: number]>(`
      SELECT number, EXISTS (SELECT 1 FROM conversation_facet WHERE conversation = number)
      FROM conversation WHERE workspace = ? AND id = ?`)
    .raw();
  const update = db.prepare(`
    UPDATE conversation SET tab = ?, team = ?, teammate = ?, channel = ?, waiting = ?, last_seq = ?, waiting_seq = ?,
      version = ?, contact = ?, data = ?
    WHERE number = ?`);
  const insert = db.prepare(`
    INSERT INTO conversation (tab, team, teammate, channel, waiting, last_seq, waiting_seq, version, contact, data,
      workspace, id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const remove = db
    .prepare<unknown[], number>('DELETE FROM conversation WHERE workspace = ? AND id = ? RETURNING number')
    .pluck();
  const facets = db.prepare<unknown[], string>('SELECT facet FROM conversation_facet WHERE conversation = ?').pluck();
  const moveFacets = db.prepare(`
    UPDATE conversation_facet SET tab = ?, team = ?, teammate = ?, channel = ?, waiting = ?, last_seq = ?,
      waiting_seq = ?
    WHERE conversation = ?`);
  const addFacet = db.prepare(`
    INSERT INTO conversation_facet (tab, team, teammate, channel, waiting, last_seq, waiting_seq, conversation,
      workspace, facet)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const removeFacets = db.prepare('DELETE FROM conversation_facet WHERE conversation = ?');

  return {
    put(workspace, conversation) {
      const { id, version, assignee, channel, contact, last, waiting } = conversation;
      const standing = [
        ...[tabOf(conversation) ?? null, assignee.team ?? '', assignee.teammate ?? '', channel],
        ...[waiting ? 1 : 0, last.seq, waiting?.seq ?? null],
      ];
      const values = [...standing, version, contact, JSON.stringify(conversation)];
      // An UPDATE by number, without RETURNING, is the one that SQLite does in a single pass.
      const [known, hasFacets] = find.get(workspace, id) ?? [];
      const number = known ?? insert.run(values, workspace, id).lastInsertRowid;
      if (known !== undefined) update.run(values, known);

      const wanted = facetsOf(conversation).map(storedKey);
      const stored = hasFacets ? facets.all(number) : [];
      if (stored.length === wanted.length && stored.every((facet) => wanted.includes(facet))) {
        if (stored.length > 0) moveFacets.run(standing, number);
        return;
      }
      removeFacets.run(number);
      for (const facet of wanted) addFacet.run(standing, number, workspace, facet);
    },
    remove(workspace, id) {
      const number = remove.get(workspace, id);
      if (number !== undefined) removeFacets.run(number);
    },
  };
}
