import type { Database } from 'better-sqlite3';

/** Brings the database to this release's schema; refuses one that a newer release has written. */
export function migrate(db: Database): void {
  const found = versionOf(db);
  if (found > migrations.length) {
    throw new Error(
      `The database "${db.name}" was written by a newer release: its schema is number ${found}, and this release knows ` +
        `${migrations.length}. Start the newer release again, or restore a copy from before it.`,
    );
  }
  if (found === migrations.length) return;
  // Another process may be doing the same: what is missing is asked again under the write lock.
  const steps = db.transaction(() => {
    for (const sql of migrations.slice(versionOf(db))) db.exec(sql);
    db.pragma(`user_version = ${migrations.length}`);
  });
  steps.immediate();
}

function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/*
 * `workspace.number` stands for the id in every other key, since it is in all of them. `team` and `teammate` are '' for
 * none, so that one equality serves both. Lists are indexed by `waiting` before `last_seq`: the order of those that
 * nobody waits for is that of their last message, and only those that somebody waits for need an order of their own.
 * Numbers of workspaces and conversations are never used twice, since something that is left of a removed one could be
 * taken for another's.
 */
const first = `
CREATE TABLE workspace (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE row (
  number INTEGER PRIMARY KEY,
  workspace INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  data TEXT NOT NULL,
  UNIQUE (workspace, kind, id)
) STRICT;

CREATE TABLE conversation (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  workspace INTEGER NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  tab TEXT,
  team TEXT NOT NULL,
  teammate TEXT NOT NULL,
  contact TEXT NOT NULL,
  channel TEXT NOT NULL,
  waiting INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  waiting_seq INTEGER,
  data TEXT NOT NULL,
  UNIQUE (workspace, id)
) STRICT;
CREATE INDEX list_all ON conversation (workspace, tab, waiting, last_seq, channel);
CREATE INDEX list_team ON conversation (workspace, tab, team, waiting, last_seq, channel);
CREATE INDEX list_teammate ON conversation (workspace, tab, teammate, waiting, last_seq, channel);
CREATE INDEX list_both ON conversation (workspace, tab, team, teammate, waiting, last_seq, channel);
CREATE INDEX list_contact ON conversation (workspace, contact, tab, waiting, last_seq);
CREATE INDEX wait_all ON conversation (workspace, tab, waiting_seq, channel) WHERE waiting = 1;
CREATE INDEX wait_team ON conversation (workspace, tab, team, waiting_seq, channel) WHERE waiting = 1;
CREATE INDEX wait_teammate ON conversation (workspace, tab, teammate, waiting_seq, channel) WHERE waiting = 1;
CREATE INDEX wait_both ON conversation (workspace, tab, team, teammate, waiting_seq, channel) WHERE waiting = 1;

CREATE TABLE conversation_facet (
  conversation INTEGER NOT NULL,
  facet TEXT NOT NULL,
  workspace INTEGER NOT NULL,
  tab TEXT,
  team TEXT NOT NULL,
  teammate TEXT NOT NULL,
  channel TEXT NOT NULL,
  waiting INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  waiting_seq INTEGER,
  PRIMARY KEY (conversation, facet)
) STRICT, WITHOUT ROWID;
CREATE INDEX list_facet ON conversation_facet (workspace, facet, tab, waiting, last_seq, team, teammate, channel);
CREATE INDEX wait_facet ON conversation_facet (workspace, facet, tab, waiting_seq, team, teammate, channel)
  WHERE waiting = 1;

-- place is the workspace's number and the message's seq, so that one walk of words is the newest first.
CREATE TABLE indexed_message (
  place INTEGER PRIMARY KEY,
  workspace INTEGER NOT NULL,
  message TEXT NOT NULL,
  conversation INTEGER NOT NULL,
  UNIQUE (workspace, message)
) STRICT;
CREATE INDEX indexed_of_conversation ON indexed_message (conversation);
-- The tokenizer parts words at spaces alone. A prefix is of a workspace's character and one, two or three others.
CREATE VIRTUAL TABLE word_index USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '2 3 4', tokenize = "ascii tokenchars '_'"
);
-- Small pages: the newest hit of a word is read by way of all the others of its page.
INSERT INTO word_index (word_index, rank) VALUES ('pgsz', 512);

CREATE TABLE event (
  workspace INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  conversation TEXT,
  data TEXT NOT NULL,
  PRIMARY KEY (workspace, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_of_conversation ON event (workspace, conversation, seq) WHERE conversation IS NOT NULL;

CREATE TABLE cell (
  workspace INTEGER NOT NULL,
  key TEXT NOT NULL,
  value INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (workspace, key)
) STRICT, WITHOUT ROWID;

-- scope is the workspace's number, or 0 for everywhere.
CREATE TABLE claimed (
  scope INTEGER NOT NULL,
  key TEXT NOT NULL,
  workspace INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX claimed_everywhere ON claimed (workspace) WHERE scope = 0;

CREATE TABLE place (
  workspace INTEGER NOT NULL,
  list TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (workspace, list, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_in_list ON place (workspace, list, seq);

-- Workspaces that are gone, whose rows are still being deleted.
CREATE TABLE removed (workspace INTEGER PRIMARY KEY) STRICT;

CREATE TABLE work (
  workspace INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  due_at TEXT NOT NULL,
  leased_until TEXT NOT NULL,
  token INTEGER NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_due ON work (kind, due_at, workspace, id, leased_until);

-- One row: the newest token of any lease, so that work scheduled anew never repeats an old one.
CREATE TABLE lease (token INTEGER NOT NULL) STRICT;
INSERT INTO lease VALUES (0);
`;

/** In order; the schema's number is how many of them were run. What was released is never changed, only added to. */
const migrations: readonly string[] = [first];
