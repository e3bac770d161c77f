import { notWaiting } from '@deskkit/core';

/**
 * The tables of the first release. Ids and keys compare by their bytes, as JavaScript does for ASCII. `data` is JSON as
 * text that Postgres never looks into, since it may hold U+0000, which no text of Postgres can. `''` stands for no
 * team and no teammate, since with `IS NULL` an index would not give its order.
 */
export const tables = `
CREATE TABLE deskkit_position (
  workspace text COLLATE "C" PRIMARY KEY,
  seq bigint NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE deskkit_row (
  workspace text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  data text NOT NULL,
  PRIMARY KEY (workspace, kind, id)
);

CREATE TABLE deskkit_conversation (
  workspace text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  number bigint NOT NULL,
  tab text COLLATE "C" NOT NULL,
  team text COLLATE "C" NOT NULL,
  teammate text COLLATE "C" NOT NULL,
  contact text COLLATE "C" NOT NULL,
  channel text COLLATE "C" NOT NULL,
  last_seq bigint NOT NULL,
  waiting_seq bigint,
  waiting_order bigint NOT NULL GENERATED ALWAYS AS (coalesce(waiting_seq, ${notWaiting} - last_seq)) STORED,
  data text NOT NULL,
  PRIMARY KEY (workspace, id)
);
CREATE INDEX deskkit_conversation_all ON deskkit_conversation (workspace, tab, last_seq);
CREATE INDEX deskkit_conversation_all_waiting ON deskkit_conversation (workspace, tab, waiting_order);
CREATE INDEX deskkit_conversation_team ON deskkit_conversation (workspace, team, tab, last_seq);
CREATE INDEX deskkit_conversation_team_waiting ON deskkit_conversation (workspace, team, tab, waiting_order);
CREATE INDEX deskkit_conversation_teammate ON deskkit_conversation (workspace, teammate, tab, last_seq)
  WHERE teammate <> '';
CREATE INDEX deskkit_conversation_teammate_waiting ON deskkit_conversation (workspace, teammate, tab, waiting_order)
  WHERE teammate <> '';
CREATE INDEX deskkit_conversation_unassigned ON deskkit_conversation (workspace, tab, last_seq)
  WHERE team = '' AND teammate = '';
CREATE INDEX deskkit_conversation_unassigned_waiting ON deskkit_conversation (workspace, tab, waiting_order)
  WHERE team = '' AND teammate = '';
CREATE INDEX deskkit_conversation_contact ON deskkit_conversation (workspace, contact, tab, last_seq);
CREATE INDEX deskkit_conversation_channel ON deskkit_conversation (workspace, channel, tab, last_seq);
CREATE INDEX deskkit_conversation_channel_waiting ON deskkit_conversation (workspace, channel, tab, waiting_order);

CREATE TABLE deskkit_facet (
  workspace text COLLATE "C" NOT NULL,
  conversation text COLLATE "C" NOT NULL,
  facet text COLLATE "C" NOT NULL,
  tab text COLLATE "C" NOT NULL,
  team text COLLATE "C" NOT NULL,
  teammate text COLLATE "C" NOT NULL,
  channel text COLLATE "C" NOT NULL,
  last_seq bigint NOT NULL,
  waiting_order bigint NOT NULL,
  PRIMARY KEY (workspace, conversation, facet)
);
CREATE INDEX deskkit_facet_last ON deskkit_facet (workspace, facet, tab, last_seq);
CREATE INDEX deskkit_facet_waiting ON deskkit_facet (workspace, facet, tab, waiting_order);

CREATE TABLE deskkit_indexed (
  workspace text COLLATE "C" NOT NULL,
  message text COLLATE "C" NOT NULL,
  conversation text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (workspace, message)
);
CREATE INDEX deskkit_indexed_conversation ON deskkit_indexed (workspace, conversation, seq);
-- A list of rows not yet put in place would be read anew for each window of a search.
CREATE INDEX deskkit_indexed_words ON deskkit_indexed USING gin (words) WITH (fastupdate = off);

CREATE TABLE deskkit_event (
  workspace text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  conversation text COLLATE "C",
  data text NOT NULL,
  PRIMARY KEY (workspace, seq)
);
CREATE INDEX deskkit_event_conversation ON deskkit_event (workspace, conversation, seq) WHERE conversation IS NOT NULL;

CREATE TABLE deskkit_cell (
  workspace text COLLATE "C" NOT NULL,
  cell text COLLATE "C" NOT NULL,
  value bigint NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (workspace, cell)
) WITH (fillfactor = 50);

CREATE TABLE deskkit_claim (
  scope text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  workspace text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX deskkit_claim_everywhere ON deskkit_claim (workspace) WHERE scope = '';

CREATE TABLE deskkit_place (
  workspace text COLLATE "C" NOT NULL,
  list text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (workspace, list, kind, id)
);
CREATE INDEX deskkit_place_in_list ON deskkit_place (workspace, list, seq);

CREATE SEQUENCE deskkit_lease_token;
CREATE TABLE deskkit_work (
  workspace text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  due_at timestamptz NOT NULL,
  subject_kind text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  attempts integer NOT NULL,
  token bigint,
  leased_until timestamptz,
  PRIMARY KEY (workspace, id)
);
CREATE INDEX deskkit_work_due ON deskkit_work (due_at);
`;
