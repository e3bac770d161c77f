import Database from 'better-sqlite3';

/** A send as plain data; `-1` stands for the seq that it gets. */
export interface RawSend {
  readonly conversation: RawConversation;
  readonly message: { readonly id: string; readonly version: number };
  readonly event: { readonly conversation: string | null };
  readonly words: readonly string[];
  readonly delivery?: { readonly id: string; readonly version: number };
  readonly work?: { readonly id: string; readonly kind: string; readonly dueAt: string; readonly attempts: number };
  readonly cells: readonly { readonly key: string; readonly by: number }[];
}

/** What the words of workspace 1 begin with. */
const workspace = String.fromCodePoint(0x10001);

interface RawConversation {
  readonly number: number;
  readonly id: string;
  readonly version: number;
  readonly contact: string;
  readonly channel: string;
  readonly state: { readonly status: string };
  readonly assignee: { readonly team: string | null; readonly teammate: string | null };
  readonly last: { readonly seq: number };
  readonly waiting: { readonly seq: number } | null;
}

/**
 * The floor of a send on SQLite: better-sqlite3, WAL, `synchronous=FULL`, one transaction for `groupSize` sends. Each
 * send updates one row of `conversation` (10 columns, with about 800 bytes of JSON), inserts one of `row` (the message,
 * about 900 bytes), one of `event` (about 450 bytes), one of `indexed_message` and its 45 different words into the
 * full-text index (with prefixes of one to three letters), and adds to 0 or 2 rows of `cell`; every other one inserts
 * a delivery (about 400 bytes) and a row of `work`. The workspace's position is written once for each transaction. It
 * checks nothing. Objects become JSON and words a text here as they must anywhere. The file comes with its tables and
 * indexes.
 */
export function openRawSends(file: string, groupSize: number) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const conversation = db.prepare(`
    UPDATE conversation SET version = ?, tab = ?, team = ?, teammate = ?, contact = ?, channel = ?, waiting = ?,
      last_seq = ?, waiting_seq = ?, data = ?
    WHERE workspace = 1 AND id = ?`);
  const row = db.prepare('INSERT INTO row (workspace, kind, id, version, data) VALUES (1, ?, ?, ?, ?)');
  const indexed = db.prepare(`
    INSERT INTO indexed_message (place, workspace, message, conversation)
    SELECT 1 << 40 | ?, 1, ?, number FROM conversation WHERE workspace = 1 AND id = ?`);
  const words = db.prepare('INSERT INTO word_index (rowid, words) VALUES (1 << 40 | ?, ?)');
  const work = db.prepare(`
    INSERT INTO work (workspace, id, kind, due_at, leased_until, token, subject_kind, subject_id, attempts)
    VALUES (1, ?, ?, ?, '', 0, 'delivery', ?, ?)`);
  const event = db.prepare('INSERT INTO event (workspace, seq, conversation, data) VALUES (1, ?, ?, ?)');
  const cell = db.prepare(`
    INSERT INTO cell (workspace, key, value, seq) VALUES (1, ?, ?, ?)
    ON CONFLICT (workspace, key) DO UPDATE SET value = value + excluded.value, seq = excluded.seq`);
  const position = db.prepare('UPDATE workspace SET position = ? WHERE number = 1');
  let seq = Number(db.prepare('SELECT position FROM workspace WHERE number = 1').pluck().get());

  const group = db.transaction((sends: readonly RawSend[]) => {
    for (const send of sends) {
      seq += 1;
      const { id, version, assignee, contact, channel, state, last, waiting } = send.conversation;
      const waitingNow = waiting && { ...waiting, seq };
      conversation.run(
        ...[version, state.status, assignee.team ?? '', assignee.teammate ?? '', contact, channel],
        ...[waitingNow ? 1 : 0, seq, waitingNow?.seq ?? null],
        ...[JSON.stringify({ ...send.conversation, last: { ...last, seq }, waiting: waitingNow }), id],
      );
      row.run('message', send.message.id, send.message.version, JSON.stringify(send.message));
      event.run(seq, send.event.conversation, JSON.stringify({ ...send.event, seq }));
      indexed.run(seq, send.message.id, id);
      const tokens = [...new Set(send.words)].map((word) => workspace + word);
      words.run(seq, tokens.join(' '));
      if (send.delivery) row.run('delivery', send.delivery.id, send.delivery.version, JSON.stringify(send.delivery));
      if (send.work) work.run(send.work.id, send.work.kind, send.work.dueAt, send.work.id, send.work.attempts);
      for (const { key, by } of send.cells) cell.run(key, by, seq);
    }
    position.run(seq);
  });

  return {
    /** Sends per second. */
    measure(sends: readonly RawSend[]): number {
      const started = performance.now();
      for (let from = 0; from < sends.length; from += groupSize) group.immediate(sends.slice(from, from + groupSize));
      return (sends.length / (performance.now() - started)) * 1000;
    },
    close: () => void db.close(),
  };
}
