import type { EventQuery, LogEvent, WorkspaceId } from '@deskkit/core';
import type { Database } from './database.ts';

export async function listEvents(
  database: Database,
  workspace: WorkspaceId,
  { conversations, after = 0, before = Number.MAX_SAFE_INTEGER, order = 'oldest', limit }: EventQuery,
): Promise<readonly LogEvent[]> {
  const select = conversations ? selectOfConversations : selectOfWorkspace;
  const found = await database.query<{ seq: number; data: string }>(select(order === 'newest' ? 'DESC' : 'ASC'), [
    ...[workspace, after, before, limit],
    ...(conversations ? [[...new Set(conversations)]] : []),
  ]);
  return found.map(({ seq, data }) => {
    const event: LogEvent = JSON.parse(data);
    return { ...event, seq };
  });
}

type Order = 'ASC' | 'DESC';

const selectOfWorkspace = (order: Order) => `
  SELECT seq, data FROM deskkit_event WHERE workspace = $1 AND seq > $2 AND seq < $3 ORDER BY seq ${order} LIMIT $4`;

/** One walk along the index for each conversation, merged; then the rows of the merged page. */
const selectOfConversations = (order: Order) => `
  SELECT e.seq, e.data
  FROM (
    SELECT found.seq
    FROM unnest($5::text[]) AS of(conversation)
    CROSS JOIN LATERAL (
      SELECT seq FROM deskkit_event
      WHERE workspace = $1 AND conversation = of.conversation AND conversation IS NOT NULL AND seq > $2 AND seq < $3
      ORDER BY seq ${order} LIMIT $4
    ) AS found
    ORDER BY found.seq ${order} LIMIT $4
  ) AS page
  JOIN deskkit_event e ON e.workspace = $1 AND e.seq = page.seq
  ORDER BY page.seq ${order}`;
