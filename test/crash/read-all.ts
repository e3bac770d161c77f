import {
  type CellValue,
  type Conversation,
  cellKey,
  cellsOf,
  type LogEvent,
  type Storage,
  type WorkspaceId,
} from '@deskkit/core';

/** The whole log. */
export async function readLog(storage: Storage, workspace: WorkspaceId): Promise<readonly LogEvent[]> {
  const events: LogEvent[] = [];
  for (;;) {
    const page = await storage.listEvents(workspace, { after: events.at(-1)?.seq ?? 0, limit: 1000 });
    if (page.length === 0) return events;
    events.push(...page);
  }
}

export async function readConversations(storage: Storage, workspace: WorkspaceId): Promise<readonly Conversation[]> {
  const rows: Conversation[] = [];
  for (;;) {
    const after = rows.at(-1)?.id;
    const page = await storage.list(workspace, 'conversation', { ...(after ? { after } : {}), limit: 1000 });
    if (page.length === 0) return rows;
    rows.push(...page);
  }
}

/** The counters as a recount of the conversations gives them. */
export function recount(conversations: readonly Conversation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of conversations.flatMap(cellsOf).map(cellKey)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

export function asCounts(cells: readonly CellValue[]): ReadonlyMap<string, number> {
  return new Map(cells.map(({ cell, value }) => [cellKey(cell), value]));
}
