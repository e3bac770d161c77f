import { type Conversation, tabOf } from '@deskkit/core';
import type { Database } from 'better-sqlite3';

/** Conversations with the columns that their lists are ordered and filtered by. */
export interface Conversations {
  put(workspace: number, conversation: Conversation): void;
  remove(workspace: number, id: string): void;
}

export function createConversations(db: Database): Conversations {
  const update = db
    .prepare<unknown[], number>(`
      UPDATE conversation SET version = ?, tab = ?, team = ?, teammate = ?, contact = ?, channel = ?, holder_session = ?,
        holder_identity = ?, waiting = ?, last_seq = ?, waiting_seq = ?, data = ?
      WHERE workspace = ? AND id = ? RETURNING number`)
    .pluck();
  const insert = db
    .prepare<unknown[], number>(`
      INSERT INTO conversation (version, tab, team, teammate, contact, channel, holder_session, holder_identity, waiting,
        last_seq, waiting_seq, data, workspace, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number`)
    .pluck();
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
        ...[JSON.stringify(conversation), workspace, id],
      ];
      const known = update.get(values);
      const number = known ?? insert.get(values);
      if (known !== undefined) unshare.run(known);
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
