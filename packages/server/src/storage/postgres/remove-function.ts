/** Removes a workspace in one transaction; commits of it that come meanwhile wait, and begin it anew. */
export const removeFunction = `
CREATE OR REPLACE FUNCTION deskkit_remove(here text) RETURNS void
LANGUAGE plpgsql VOLATILE
SET enable_seqscan = off
AS $function$
BEGIN
  DELETE FROM deskkit_position WHERE workspace = here;
  DELETE FROM deskkit_claim WHERE scope = here;
  DELETE FROM deskkit_claim WHERE scope = '' AND workspace = here;
  DELETE FROM deskkit_work WHERE workspace = here;
  DELETE FROM deskkit_place WHERE workspace = here;
  DELETE FROM deskkit_cell WHERE workspace = here;
  DELETE FROM deskkit_facet WHERE workspace = here;
  DELETE FROM deskkit_conversation WHERE workspace = here;
  DELETE FROM deskkit_row WHERE workspace = here;
  DELETE FROM deskkit_indexed WHERE workspace = here;
  DELETE FROM deskkit_event WHERE workspace = here;
END
$function$;
`;
