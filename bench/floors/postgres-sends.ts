import { Pool } from 'pg';
import type { RawSend } from './sqlite-sends.ts';

/**
 * The floor of a send on Postgres: one statement per send on a pool of 8, which raises the workspace's position and
 * writes the same rows as a send of ours: one update of `deskkit_conversation` (12 columns, about 700 bytes of JSON),
 * one insert into `deskkit_row` (about 800 bytes) and into `deskkit_event` (about 450 bytes), and 0 or 2 upserts of
 * `deskkit_cell`. It checks nothing, and leaves the stand-ins for seqs within the JSON. The database comes with its
 * tables and indexes.
 */
export function openRawPostgresSends(url: string, workspace: string) {
  const pool = new Pool({ connectionString: url, max: 8 });
  // Idle connections may notice the server's end before they are closed.
  pool.on('error', () => {});
  const text = `
    WITH place AS (
      UPDATE deskkit_position SET seq = seq + 1 WHERE workspace = $1 RETURNING seq
    ), conversation AS (
      UPDATE deskkit_conversation SET version = $3, number = $18, tab = $4, team = $5, teammate = $6, contact = $7,
        channel = $8, holder_session = '', holder_identity = '', last_seq = place.seq,
        waiting_seq = CASE WHEN $9::boolean THEN place.seq END, data = $10
      FROM place WHERE workspace = $1 AND id = $2
    ), message AS (
      INSERT INTO deskkit_row (workspace, kind, id, version, data) VALUES ($1, 'message', $11, $12, $13)
    ), event AS (
      INSERT INTO deskkit_event (workspace, seq, conversation, data) SELECT $1, place.seq, $14, $15 FROM place
    ), cells AS (
      INSERT INTO deskkit_cell AS c (workspace, cell, value, seq)
      SELECT $1, d.key, d.by, place.seq FROM place, unnest($16::text[], $17::bigint[]) AS d(key, by)
      ON CONFLICT (workspace, cell) DO UPDATE SET value = c.value + excluded.value, seq = excluded.seq
      RETURNING c.cell, c.value
    )
    SELECT place.seq, (SELECT json_object_agg(cell, value) FROM cells) FROM place`;

  return {
    send({ conversation, message, event, cells }: RawSend): Promise<unknown> {
      const { id, version, number, state, assignee, contact, channel, waiting } = conversation;
      return pool.query({
        name: 'send',
        text,
        values: [
          ...[workspace, id, version, state.status, assignee.team ?? '', assignee.teammate ?? '', contact, channel],
          ...[waiting !== null, JSON.stringify(conversation), message.id, message.version, JSON.stringify(message)],
          ...[event.conversation, JSON.stringify(event), cells.map(({ key }) => key), cells.map(({ by }) => by)],
          number,
        ],
      });
    },
    close: () => pool.end(),
  };
}
