import type { EventQuery, LogEvent, WorkspaceId } from '@deskkit/core';
import type { Database } from './database.ts';

export async function listEvents(
  database: Database,
  workspace: WorkspaceId,
  { conversation, after = 0, before = Number.MAX_SAFE_INTEGER, order = 'oldest', limit }: EventQuery,
): Promise<readonly LogEvent[]> {
  const found = await database.query<{ seq: number; data: string }>(
    `SELECT seq, data FROM deskkit_event
     WHERE workspace = $1 AND seq > $2 AND seq < $3 ${conversation ? 'AND conversation = $5' : ''}
     ORDER BY seq ${order === 'newest' ? 'DESC' : 'ASC'} LIMIT $4`,
    [workspace, after, before, limit, ...(conversation ? [conversation] : [])],
  );
  return found.map(({ seq, data }) => {
    const event: LogEvent = JSON.parse(data);
    return { ...event, seq };
  });
}
