import { type Conversation, tabOf } from '@deskkit/core';
import type { Database } from 'better-sqlite3';

/** Conversations with the columns that their lists are ordered and filtered by. */
export interface Conversations {
  put(workspace: number, conversation: Conversation): void;
  remove(workspace: number, id: string): void;
}

export function createConversations(db: Database): Conversations {
  const find = db
    .prepare<unknown[], [number: number, isShared: number]>(`
      SELECT number, EXISTS (SELECT 1 FROM conversation_share WHERE conversation = number)
      FROM conversation WHERE workspace = ? AND id = ?`)
    .raw();
  const update = db.prepare(`
    UPDATE conversation SET version = ?, tab = ?, team = ?, teammate = ?, contact = ?, channel = ?, holder_session = ?,
      holder_identity = ?, waiting = ?, last_seq = ?, waiting_seq = ?, data = ?
    WHERE number = ?`);
  const insert = db.prepare(`
    INSERT INTO conversation (version, tab, team, teammate, contact, channel, holder_session, holder_identity, waiting,
      last_seq, waiting_seq, data, workspace, id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const remove = db
    .prepare<unknown[], number>('DELETE FROM conversation WHERE workspace = ? AND id = ? RETURNING number')
    .pluck();
  const share = db.prepare(`
    INSERT OR REPLACE INTO conversation_share (conversation, shared_with, workspace, tab, waiting, last_seq, waiting_seq)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const unshare = db.prepare('DELETE FROM conversation_share WHERE conversation = ?');

  return {
    put(workspace, conversation) {
      const { id, version, assignee, holder, last, waiting, sharedWith } = conversation;
      const tab = tabOf(conversation) ?? null;
      const isWaiting = waiting ? 1 : 0;
      const waitingSeq = waiting?.seq ?? null;
      const values = [
        ...[version, tab, assignee.team ?? '', assignee.teammate ?? '', conversation.contact, conversation.channel],
        ...[holder?.session ?? null, holder?.identity ?? null, isWaiting, last.seq, waitingSeq],
        JSON.stringify(conversation),
      ];
      // An UPDATE by number, without RETURNING, is the one that SQLite does in a single pass.
      const [known, isShared] = find.get(workspace, id) ?? [];
      const number = known ?? insert.run(values, workspace, id).lastInsertRowid;
      if (known !== undefined) {
        update.run(values, known);
        if (isShared) unshare.run(known);
      }
      for (const { teammate } of sharedWith) {
        share.run(number, teammate, workspace, tab, isWaiting, last.seq, waitingSeq);
      }
    },
    remove(workspace, id) {
      const number = remove.get(workspace, id);
      if (number !== undefined) unshare.run(number);
    },
  };
}
