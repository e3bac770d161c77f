import Database from 'better-sqlite3';

/** A send as plain data; `-1` stands for the seq that it gets. */
export interface RawSend {
  readonly conversation: RawConversation;
  readonly message: { readonly id: string; readonly version: number };
  readonly event: { readonly conversation: string | null };
  readonly cells: readonly { readonly key: string; readonly by: number }[];
}

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
 * send updates one row of `conversation` (12 columns, with about 700 bytes of JSON), inserts one of `row` (the message,
 * about 800 bytes) and one of `event` (about 450 bytes), and adds to 0 or 2 rows of `cell`; the workspace's position is
 * written once for each transaction. It checks nothing. Objects become JSON here as they must anywhere. The file comes
 * with its tables and indexes.
 */
export function openRawSends(file: string, groupSize: number) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const conversation = db.prepare(`
    UPDATE conversation SET version = ?, tab = ?, team = ?, teammate = ?, contact = ?, channel = ?, holder_session = ?,
      holder_identity = ?, waiting = ?, last_seq = ?, waiting_seq = ?, data = ?
    WHERE workspace = 1 AND id = ?`);
  const message = db.prepare(`INSERT INTO row (workspace, kind, id, version, data) VALUES (1, 'message', ?, ?, ?)`);
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
        ...[version, state.status, assignee.team ?? '', assignee.teammate ?? '', contact, channel, null, null],
        ...[waitingNow ? 1 : 0, seq, waitingNow?.seq ?? null],
        ...[JSON.stringify({ ...send.conversation, last: { ...last, seq }, waiting: waitingNow }), id],
      );
      message.run(send.message.id, send.message.version, JSON.stringify(send.message));
      event.run(seq, send.event.conversation, JSON.stringify({ ...send.event, seq }));
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
