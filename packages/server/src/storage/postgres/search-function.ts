import { anyWindow, windowBits } from './lexeme.ts';

/** A reader of at most so many conversations is searched for in them, and not along the hits of everybody. */
const fewConversations = 500;

const windowOf = (seq: string) => `replace(pattern, '${anyWindow}', to_hex(${seq}))::tsquery`;

/**
 * The newest hits, window by window until there are enough. Without `teams` everything is in the scope; else what is
 * assigned to `assignee` or one of the `teams`, or has one of the `facets`. Plans are held to the indexes, as those of
 * a commit are, and made once, since a window takes less time than a plan. The workspace of a hit is compared so that
 * no other index than that of the words can serve.
 */
export const searchFunction = `
CREATE OR REPLACE FUNCTION deskkit_search(here text, pattern text, "before" bigint, most int, assignee text,
  teams text[], facets text[])
RETURNS TABLE (message text, conversation text, seq bigint)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan
AS $function$
#variable_conflict use_column
DECLARE
  "window" bigint;
  visible text[];
  missing int := most;
  found_now int;
BEGIN
  SELECT least("before" - 1, p.seq) >> ${windowBits} INTO "window" FROM deskkit_position p WHERE p.workspace = here;

  IF teams IS NOT NULL THEN
    visible := ARRAY(
      (SELECT c.id FROM deskkit_conversation c
       WHERE c.workspace = here AND c.team = ANY(teams) LIMIT ${fewConversations + 1})
      UNION
      (SELECT c.id FROM deskkit_conversation c
       WHERE c.workspace = here AND c.teammate = assignee AND c.teammate <> '' LIMIT ${fewConversations + 1})
      UNION
      (SELECT f.conversation FROM deskkit_facet f
       WHERE f.workspace = here AND f.facet = ANY(facets) LIMIT ${fewConversations + 1})
    );
    IF cardinality(visible) <= ${fewConversations} THEN
      RETURN QUERY
        SELECT i.message, i.conversation, i.seq FROM deskkit_indexed i
        WHERE i.workspace = here AND i.conversation = ANY(visible) AND i.seq < "before"
          AND i.words @@ ${windowOf(`i.seq >> ${windowBits}`)}
        ORDER BY i.seq DESC LIMIT most;
      RETURN;
    END IF;
  END IF;

  WHILE "window" >= 0 AND missing > 0 LOOP
    RETURN QUERY
      SELECT i.message, i.conversation, i.seq
      FROM deskkit_indexed i JOIN deskkit_conversation c ON c.workspace = here AND c.id = i.conversation
      WHERE i.words @@ ${windowOf('"window"')} AND i.workspace || '' = here AND i.seq < "before"
        AND (teams IS NULL OR c.team = ANY(teams) OR c.teammate = assignee OR EXISTS (
          SELECT FROM deskkit_facet f
          WHERE f.workspace = here AND f.conversation = c.id AND f.facet = ANY(facets)))
      ORDER BY i.seq DESC LIMIT missing;
    GET DIAGNOSTICS found_now = ROW_COUNT;
    missing := missing - found_now;
    "window" := "window" - 1;
  END LOOP;
END
$function$;
`;
