import type { RowKind, RowOf, RowRef, WorkspaceId } from '@deskkit/core';
import { type ConversationRecord, conversationColumns, readConversation } from './conversations.ts';
import type { Database } from './database.ts';
import { storedKey } from './stored-key.ts';

interface Found extends Partial<ConversationRecord> {
  readonly id: string;
  readonly data: string;
}

const rowColumns = 'r.id, r.data';

export async function findRows<Kind extends RowKind>(
  database: Database,
  workspace: WorkspaceId,
  kind: Kind,
  ids: readonly string[],
): Promise<readonly (RowOf[Kind] | undefined)[]> {
  if (ids.length === 0) return [];
  const found =
    kind === 'conversation'
      ? await database.query<Found & object>(
          `SELECT ${conversationColumns} FROM deskkit_conversation c WHERE c.workspace = $1 AND c.id = ANY($2)`,
          [workspace, ids],
        )
      : await database.query<Found & object>(
          `SELECT ${rowColumns} FROM deskkit_row r WHERE r.workspace = $1 AND r.id = ANY($2) AND r.kind = $3`,
          [workspace, ids, kind],
        );
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    return row && readRow<Kind>(row);
  });
}

export async function listRows<Kind extends RowKind>(
  database: Database,
  workspace: WorkspaceId,
  kind: Kind,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<readonly RowOf[Kind][]> {
  const found =
    kind === 'conversation'
      ? await database.query<Found & object>(
          `SELECT ${conversationColumns} FROM deskkit_conversation c
           WHERE c.workspace = $1 AND c.id > $2 ORDER BY c.id LIMIT $3`,
          [workspace, after ?? '', limit],
        )
      : await database.query<Found & object>(
          `SELECT ${rowColumns} FROM deskkit_row r
           WHERE r.workspace = $1 AND r.id > $2 AND r.kind = $4 ORDER BY r.id LIMIT $3`,
          [workspace, after ?? '', limit, kind],
        );
  return found.map((row) => readRow<Kind>(row));
}

export async function findByKey(database: Database, workspace: WorkspaceId, key: string): Promise<RowRef | undefined> {
  const [held] = await database.query<RowRef & object>(
    'SELECT kind, id FROM deskkit_claim WHERE scope = $1 AND key = $2',
    [workspace, storedKey(key)],
  );
  return held;
}

function readRow<Kind extends RowKind>({ data, number, last_seq, waiting_seq = null }: Found): RowOf[Kind] {
  if (number === undefined || last_seq === undefined) return JSON.parse(data);
  return readConversation({ data, number, last_seq, waiting_seq }) as RowOf[Kind];
}
