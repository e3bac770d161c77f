import { view } from '../access/view.ts';
import type { TimelineEntry } from '../log/timeline-entry.ts';
import type { Actor } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Seq } from '../shared/seq.ts';
import { withOrigins } from './added-messages.ts';
import { followMerges } from './follow-merges.ts';
import { type Forbidden, gate, type NotFound } from './gate.ts';
import { joinRows } from './join-rows.ts';
import type { Parts } from './parts.ts';

export interface TimelinePage {
  /** Newest first. */
  readonly items: readonly TimelineEntry[];
  /** The seq to go on before; absent on the last page. */
  readonly next?: Seq;
}

/** Messages and events of one conversation, and of those merged into it, together, as the actor may see them, newest first. */
export async function readTimeline(
  parts: Parts,
  actor: Actor,
  ask: { readonly conversation: ConversationId; readonly before?: Seq | undefined; readonly limit: number },
): Promise<Result<TimelinePage, NotFound | Forbidden>> {
  // A visitor goes on reading where its conversation went; teammates get the pointer in the row.
  const id = actor.kind === 'visitor' ? await followMerges(parts, actor, ask.conversation) : ask.conversation;
  const [found] = await parts.storage.find(actor.workspace, 'conversation', [id]);
  const passed = gate(actor, 'read', found);
  if (!passed.ok) return passed;
  const before = ask.before === undefined ? {} : { before: ask.before };
  const query = { conversations: withOrigins(passed.value), ...before, order: 'newest', limit: ask.limit + 1 } as const;
  const events = await parts.storage.listEvents(actor.workspace, query);
  const page = events.slice(0, ask.limit);
  const shown =
    actor.kind === 'visitor' ? page.filter((event) => view(event, actor, passed.value) === 'visitor') : page;
  const items = await joinRows(parts, actor.workspace, shown);
  const last = page.at(-1);
  return ok(events.length > ask.limit && last ? { items, next: last.seq } : { items });
}
