import { Pool } from 'pg';
import type { RawSend } from './sqlite-sends.ts';

/**
 * The floor of a send on Postgres: one statement per send on a pool of 8, which raises the workspace's position and
 * writes the same rows as a send of ours: one update of `deskkit_conversation` (10 columns, about 800 bytes of JSON),
 * one insert into `deskkit_row` (about 900 bytes), into `deskkit_event` (about 450 bytes) and into `deskkit_indexed`
 * (45 different words as a tsvector, each in the GIN index), with every other one an insert of a delivery into
 * `deskkit_row` (about 400 bytes) and into `deskkit_work`, and 0 or 2 upserts of `deskkit_cell`. It checks nothing, and
 * leaves the stand-ins for seqs within the JSON. The database comes with its tables and indexes.
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
        channel = $8, last_seq = place.seq, waiting_seq = CASE WHEN $9::boolean THEN place.seq END, data = $10
      FROM place WHERE workspace = $1 AND id = $2
    ), message AS (
      INSERT INTO deskkit_row (workspace, kind, id, version, data) VALUES ($1, 'message', $11, $12, $13)
    ), delivery AS (
      INSERT INTO deskkit_row (workspace, kind, id, version, data)
      SELECT $1, 'delivery', $20, $21, $22 WHERE $20::text IS NOT NULL
    ), work AS (
      INSERT INTO deskkit_work (workspace, id, kind, due_at, subject_kind, subject_id, attempts)
      SELECT $1, $20, 'deliver', $23, 'delivery', $20, 0 WHERE $20::text IS NOT NULL
    ), words AS (
      INSERT INTO deskkit_indexed (workspace, message, conversation, seq, words)
      SELECT $1, $11, $14, place.seq,
        array_to_tsvector(ARRAY(SELECT '00000' || to_hex(place.seq >> 13) || '.' || word FROM unnest($19::text[]) AS word))
      FROM place
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
    send({ conversation, message, event, cells, words, delivery, work }: RawSend): Promise<unknown> {
      const { id, version, number, state, assignee, contact, channel, waiting } = conversation;
      return pool.query({
        name: 'send',
        text,
        values: [
          ...[workspace, id, version, state.status, assignee.team ?? '', assignee.teammate ?? '', contact, channel],
          ...[waiting !== null, JSON.stringify(conversation), message.id, message.version, JSON.stringify(message)],
          ...[event.conversation, JSON.stringify(event), cells.map(({ key }) => key), cells.map(({ by }) => by)],
          ...[number, [...new Set(words)]],
          ...[delivery?.id, delivery?.version, delivery && JSON.stringify(delivery), work?.dueAt],
        ],
      });
    },
    close: () => pool.end(),
  };
}
