import type { ConversationId, IndexedMessage, MessageId, Seq } from '@deskkit/core';
import type { Database } from 'better-sqlite3';
import { searchTokens } from '../search-token.ts';

/** Which words stand in which messages. */
export interface SearchIndex {
  put(workspace: number, message: IndexedMessage, seq: Seq): void;
  remove(workspace: number, message: MessageId): void;
  move(workspace: number, from: ConversationId, into: ConversationId): void;
}

/** The highest place of a workspace is this much above its lowest one. */
export const seqBits = 40;

/** No conversation has this number. */
const nobodys = 0;

/** Words of a workspace all begin with its own character: no query sees another's, whatever they have in common. */
export function tokenPrefix(workspace: number): string {
  return String.fromCodePoint(0x10000 + workspace);
}

export function createSearchIndex(db: Database): SearchIndex {
  const find = db.prepare('SELECT 1 FROM indexed_message WHERE workspace = ? AND message = ?');
  const forgetWords = db.prepare(
    'DELETE FROM word_index WHERE rowid = (SELECT place FROM indexed_message WHERE workspace = ? AND message = ?)',
  );
  const forget = db.prepare('DELETE FROM indexed_message WHERE workspace = ? AND message = ?');
  const number = '(SELECT number FROM conversation WHERE workspace = :workspace AND id = :conversation)';
  const note = db.prepare(`
    INSERT OR REPLACE INTO indexed_message (place, workspace, message, conversation)
    VALUES (:workspace << ${seqBits} | :seq, :workspace, :message, coalesce(${number}, ${nobodys}))`);
  const addWords = db.prepare(`INSERT OR REPLACE INTO word_index (rowid, words) VALUES (? << ${seqBits} | ?, ?)`);
  const move = db.prepare(`
    UPDATE indexed_message SET conversation = coalesce(${number}, ${nobodys})
    WHERE conversation = (SELECT number FROM conversation WHERE workspace = :workspace AND id = :from)`);

  const remove = (workspace: number, message: MessageId): void => {
    if (find.get(workspace, message) === undefined) return;
    forgetWords.run(workspace, message);
    forget.run(workspace, message);
  };

  return {
    put(workspace, { message, conversation, words }, seq) {
      remove(workspace, message);
      note.run({ workspace, seq, message, conversation });
      const prefix = tokenPrefix(workspace);
      const tokens = searchTokens(words).map((token) => prefix + token);
      addWords.run(workspace, seq, tokens.join(' '));
    },
    remove,
    move: (workspace, from, into) => void move.run({ workspace, from, conversation: into }),
  };
}
