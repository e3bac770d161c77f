import { windowBits } from './lexeme.ts';

/**
 * A whole commit in one call. The workspace's position is locked first, so commits of one workspace follow each other,
 * and every later statement of the function sees what was committed before: a function that is VOLATILE takes a new
 * snapshot for each (under READ COMMITTED). A conflict is raised as DK001 with its particulars as JSON in DETAIL, and
 * undoes all. Plans are kept per connection, so they are held to the indexes: a plan made while a table was small
 * would read all of it later.
 */
export const commitFunction = `
CREATE OR REPLACE FUNCTION deskkit_commit(change jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $function$
DECLARE
  here CONSTANT text := change->>'workspace';
  events CONSTANT bigint := (change->>'grows')::bigint;
  "before" bigint;
  cells jsonb;
  conflict jsonb;
  moved record;
  taken int;
BEGIN
  IF events > 0 THEN
    UPDATE deskkit_position p SET seq = p.seq + events WHERE p.workspace = here RETURNING p.seq - events INTO "before";
  ELSE
    SELECT p.seq INTO "before" FROM deskkit_position p WHERE p.workspace = here FOR UPDATE;
  END IF;
  IF "before" IS NULL THEN
    INSERT INTO deskkit_position AS p (workspace, seq) VALUES (here, events)
    ON CONFLICT (workspace) DO UPDATE SET seq = p.seq + events
    RETURNING p.seq - events INTO "before";
  END IF;

  IF change ? 'expect' THEN
    SELECT jsonb_build_object('at', e.at) INTO conflict
    FROM jsonb_to_recordset(change->'expect') AS e(at int, kind text, id text, version bigint)
    WHERE e.version IS DISTINCT FROM CASE e.kind
      WHEN 'conversation' THEN
        (SELECT c.version FROM deskkit_conversation c WHERE c.workspace = here AND c.id = e.id)
      ELSE (SELECT r.version FROM deskkit_row r WHERE r.workspace = here AND r.kind = e.kind AND r.id = e.id)
    END
    ORDER BY e.at LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'version-conflict' USING ERRCODE = 'DK001', DETAIL = conflict;
    END IF;
  END IF;

  IF change ? 'settle' THEN
    WITH settled AS (
      DELETE FROM deskkit_work w USING jsonb_to_recordset(change->'settle') AS s(id text, token bigint)
      WHERE w.workspace = here AND w.id = s.id AND w.token = s.token
      RETURNING w.id
    )
    SELECT jsonb_build_object('at', s.at) INTO conflict
    FROM jsonb_to_recordset(change->'settle') AS s(at int, id text)
    WHERE NOT EXISTS (SELECT FROM settled WHERE settled.id = s.id)
    ORDER BY s.at LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'lease-lost' USING ERRCODE = 'DK001', DETAIL = conflict;
    END IF;
  END IF;

  IF change ? 'release' THEN
    DELETE FROM deskkit_claim c USING jsonb_to_recordset(change->'release') AS r(scope text, key text)
    WHERE c.scope = r.scope AND c.key = r.key AND c.workspace = here;
  END IF;
  IF change ? 'claim' THEN
    -- Waits for a commit of another workspace that is taking the same key, and sees its outcome below.
    INSERT INTO deskkit_claim (scope, key, workspace, kind, id)
    SELECT c.scope, c.key, here, c.kind, c.id
    FROM jsonb_to_recordset(change->'claim') AS c(scope text, key text, kind text, id text)
    ORDER BY c.scope, c.key
    ON CONFLICT (scope, key) DO NOTHING;
    GET DIAGNOSTICS taken = ROW_COUNT;
  END IF;
  IF taken < jsonb_array_length(change->'claim') THEN
    SELECT jsonb_build_object('at', c.at, 'kind', held.kind, 'id', held.id) INTO conflict
    FROM jsonb_to_recordset(change->'claim') AS c(at int, scope text, key text, kind text, id text)
    LEFT JOIN deskkit_claim held ON held.scope = c.scope AND held.key = c.key
    WHERE (held.workspace, held.kind, held.id) IS DISTINCT FROM (here, c.kind, c.id)
    ORDER BY c.at LIMIT 1;
    IF FOUND AND conflict->>'id' IS NULL THEN
      RAISE EXCEPTION 'a key was given up meanwhile' USING ERRCODE = 'serialization_failure';
    ELSIF FOUND THEN
      RAISE EXCEPTION 'key-taken' USING ERRCODE = 'DK001', DETAIL = conflict;
    END IF;
  END IF;

  IF change ? 'rows' THEN
    INSERT INTO deskkit_row (workspace, kind, id, version, data)
    SELECT here, r.kind, r.id, r.version, r.data
    FROM jsonb_to_recordset(change->'rows') AS r(kind text, id text, version bigint, data text)
    ON CONFLICT (workspace, kind, id) DO UPDATE SET version = excluded.version, data = excluded.data;
  END IF;

  IF change ? 'conversations' THEN
    INSERT INTO deskkit_conversation (workspace, id, version, number, tab, team, teammate, contact, channel, last_seq,
      waiting_seq, data)
    SELECT here, c.id, c.version, CASE WHEN c.number < 0 THEN "before" - c.number ELSE c.number END, c.tab, c.team,
      c.teammate, c.contact, c.channel, CASE WHEN c.last_seq < 0 THEN "before" - c.last_seq ELSE c.last_seq END,
      CASE WHEN c.waiting_seq < 0 THEN "before" - c.waiting_seq ELSE c.waiting_seq END, c.data
    FROM jsonb_to_recordset(change->'conversations') AS c(id text, version bigint, number bigint, tab text, team text,
      teammate text, contact text, channel text, last_seq bigint, waiting_seq bigint, data text)
    ON CONFLICT (workspace, id) DO UPDATE SET version = excluded.version, number = excluded.number, tab = excluded.tab,
      team = excluded.team, teammate = excluded.teammate, contact = excluded.contact, channel = excluded.channel,
      last_seq = excluded.last_seq, waiting_seq = excluded.waiting_seq, data = excluded.data;
    DELETE FROM deskkit_facet f USING jsonb_to_recordset(change->'conversations') AS c(id text, facets jsonb)
    WHERE f.workspace = here AND f.conversation = c.id AND (c.facets ? f.facet) IS NOT TRUE;
  END IF;
  IF change ? 'faceted' THEN
    INSERT INTO deskkit_facet (workspace, conversation, facet, tab, team, teammate, channel, last_seq, waiting_order)
    SELECT here, c.id, f.facet, c.tab, c.team, c.teammate, c.channel, c.last_seq, c.waiting_order
    FROM jsonb_to_recordset(change->'faceted') AS f(conversation text, facet text)
    JOIN deskkit_conversation c ON c.workspace = here AND c.id = f.conversation
    ON CONFLICT (workspace, conversation, facet) DO UPDATE SET tab = excluded.tab, team = excluded.team,
      teammate = excluded.teammate, channel = excluded.channel, last_seq = excluded.last_seq,
      waiting_order = excluded.waiting_order;
  END IF;

  IF change ? 'remove' THEN
    DELETE FROM deskkit_row r USING jsonb_to_recordset(change->'remove') AS gone(kind text, id text)
    WHERE r.workspace = here AND r.kind = gone.kind AND r.id = gone.id;
    DELETE FROM deskkit_conversation c USING jsonb_to_recordset(change->'remove') AS gone(kind text, id text)
    WHERE gone.kind = 'conversation' AND c.workspace = here AND c.id = gone.id;
    DELETE FROM deskkit_facet f USING jsonb_to_recordset(change->'remove') AS gone(kind text, id text)
    WHERE gone.kind = 'conversation' AND f.workspace = here AND f.conversation = gone.id;
  END IF;

  IF change ? 'events' THEN
    INSERT INTO deskkit_event (workspace, seq, conversation, data)
    SELECT here, "before" + e.nth, e.conversation, e.data
    FROM jsonb_to_recordset(change->'events') AS e(nth bigint, conversation text, data text);
  END IF;

  IF change ? 'cells' THEN
    WITH counted AS (
      INSERT INTO deskkit_cell AS c (workspace, cell, value, seq)
      SELECT here, d.cell, d.by, "before" + events
      FROM jsonb_to_recordset(change->'cells') AS d(cell text, by bigint)
      ON CONFLICT (workspace, cell) DO UPDATE SET value = c.value + excluded.value, seq = excluded.seq
      RETURNING c.cell, c.value
    )
    SELECT jsonb_object_agg(counted.cell, counted.value) INTO cells FROM counted;
  END IF;

  IF change ? 'delist' THEN
    DELETE FROM deskkit_place p USING jsonb_to_recordset(change->'delist') AS gone(list text, kind text, id text)
    WHERE p.workspace = here AND p.list = gone.list AND p.kind = gone.kind AND p.id = gone.id;
  END IF;
  IF change ? 'enlist' THEN
    INSERT INTO deskkit_place (workspace, list, kind, id, seq)
    SELECT here, p.list, p.kind, p.id, CASE WHEN p.seq < 0 THEN "before" - p.seq ELSE p.seq END
    FROM jsonb_to_recordset(change->'enlist') AS p(list text, kind text, id text, seq bigint)
    ON CONFLICT (workspace, list, kind, id) DO UPDATE SET seq = excluded.seq;
  END IF;

  IF change ? 'unindex' THEN
    DELETE FROM deskkit_indexed i USING jsonb_array_elements_text(change->'unindex') AS gone(message)
    WHERE i.workspace = here AND i.message = gone.message;
  END IF;
  IF change ? 'index' THEN
    INSERT INTO deskkit_indexed (workspace, message, conversation, seq, words)
    SELECT here, i.message, i.conversation, place.seq, array_to_tsvector(ARRAY(
      SELECT (change->>'lexemes') || to_hex(place.seq >> ${windowBits}) || '.' || word
      FROM jsonb_array_elements_text(i.words) AS word
    ))
    FROM jsonb_to_recordset(change->'index') AS i(message text, conversation text, seq bigint, words jsonb)
    CROSS JOIN LATERAL (SELECT CASE WHEN i.seq < 0 THEN "before" - i.seq ELSE i.seq END) AS place(seq)
    ON CONFLICT (workspace, message) DO UPDATE SET conversation = excluded.conversation, seq = excluded.seq,
      words = excluded.words;
  END IF;
  IF change ? 'reindex' THEN
    FOR moved IN SELECT * FROM jsonb_to_recordset(change->'reindex') AS r("from" text, "into" text) LOOP
      UPDATE deskkit_indexed i SET conversation = moved."into"
      WHERE i.workspace = here AND i.conversation = moved."from";
    END LOOP;
  END IF;

  IF change ? 'cancel' THEN
    DELETE FROM deskkit_work w USING jsonb_array_elements_text(change->'cancel') AS gone(id)
    WHERE w.workspace = here AND w.id = gone.id;
  END IF;
  IF change ? 'schedule' THEN
    INSERT INTO deskkit_work (workspace, id, kind, due_at, subject_kind, subject_id, attempts)
    SELECT here, w.id, w.kind, w.due_at, w.subject_kind, w.subject_id, w.attempts
    FROM jsonb_to_recordset(change->'schedule') AS w(id text, kind text, due_at timestamptz, subject_kind text,
      subject_id text, attempts int)
    ON CONFLICT (workspace, id) DO UPDATE SET kind = excluded.kind, due_at = excluded.due_at,
      subject_kind = excluded.subject_kind, subject_id = excluded.subject_id, attempts = excluded.attempts,
      token = NULL, leased_until = NULL;
  END IF;
  RETURN jsonb_build_object('before', "before", 'cells', cells);
END
$function$;
`;
