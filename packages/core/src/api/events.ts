import { z } from 'zod';
import type { CellValue } from '../conversation/cells.ts';
import type { Desk } from '../desk.ts';
import type { Frame, PersonalRow } from '../log/frame.ts';
import type { WorkspaceEvent } from '../log/log-event.ts';
import type { Presence } from '../log/presence.ts';
import type { Actor } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import { ok, refuse } from '../shared/result.ts';
import { frame } from './frame-schemas.ts';
import { operation } from './operation.ts';
import { type ConversationView, conversationViews, type EntryView, entryView } from './views.ts';

/** A frame as teammates and integrators get it. Conversations carry their contact's name. */
export type FrameView =
  | {
      readonly kind: 'happened';
      readonly seq: number;
      readonly entry: EntryView;
      readonly conversation: ConversationView;
    }
  | { readonly kind: 'appear'; readonly seq: number; readonly conversation: ConversationView }
  | { readonly kind: 'forget'; readonly seq: number; readonly conversation: ConversationId }
  | { readonly kind: 'workspace'; readonly seq: number; readonly event: WorkspaceEvent }
  | {
      readonly kind: 'personal';
      readonly seq: number;
      readonly event: WorkspaceEvent;
      readonly row: PersonalRow | null;
    }
  | { readonly kind: 'presence'; readonly seq: number; readonly presence: Presence }
  | { readonly kind: 'cells'; readonly seq: number; readonly cells: readonly CellValue[] }
  | { readonly kind: 'position'; readonly seq: number };

export async function frameViews(desk: Desk, actor: Actor, frames: readonly Frame[]): Promise<FrameView[]> {
  const rows = frames.flatMap((frame) =>
    'conversation' in frame && typeof frame.conversation !== 'string' ? [frame.conversation] : [],
  );
  const views = await conversationViews(desk, actor, rows);
  let next = 0;
  return frames.flatMap((frame): FrameView[] => {
    if (frame.kind !== 'happened' && frame.kind !== 'appear') return [frame];
    const conversation = views[next++];
    if (!conversation) return [];
    return frame.kind === 'appear'
      ? [{ ...frame, conversation }]
      : [{ ...frame, entry: entryView(frame.entry), conversation }];
  });
}

export const readEvents = operation({
  summary: 'The log behind a position, one page, or a wait for it',
  callers: ['teammate', 'integrator'],
  query: z.strictObject({
    after: z.coerce.number().int().min(0),
    limit: z.coerce.number().int().min(1).max(200).default(100),
    wait: z.coerce.number().int().min(0).max(25).default(0).meta({
      description: 'So many seconds to wait while there is nothing for the caller.',
    }),
  }),
  output: z.object({ items: z.array(frame), position: z.number(), more: z.boolean() }),
  refusals: ['events-gone'],
  async handle({ after, limit, wait }, { desk, actor, stop }) {
    const page = await desk.attempt(actor).awaitLog({ after, limit, wait: wait * 1000, stop });
    if (!page.ok) return page;
    const { frames, position, more } = page.value;
    return ok({ items: await frameViews(desk, actor, frames), position, more });
  },
});

export const streamEvents = operation({
  summary: 'The log as it grows, as server-sent events; resumes with Last-Event-ID',
  callers: ['teammate', 'integrator'],
  query: z.strictObject({ after: z.coerce.number().int().min(0).optional() }),
  gives: 'stream',
  output: z.custom<AsyncIterable<Sse>>(),
  refusals: ['events-gone'],
  async handle({ after }, { desk, actor, stop }) {
    const position = await desk.parts.storage.position(actor.workspace);
    const from = after ?? position;
    // From a log that was longer, before it was restored from a copy.
    if (from > position) return refuse({ code: 'events-gone' });
    // Who may read nothing is told so at once: a stream without end would say nothing, and never why.
    const allowed = await desk.attempt(actor).readLog({ after: position, limit: 1 });
    return allowed.ok ? ok(stream()) : allowed;

    async function* stream(): AsyncGenerator<Sse> {
      for await (const frame of desk.listen(actor, { after: from, stop })) {
        const [data] = await frameViews(desk, actor, [frame]);
        if (data) yield { id: String(data.seq), data };
      }
    }
  },
});

/** One server-sent event: `id` is the position to resume from. */
export interface Sse {
  readonly id: string;
  readonly data: unknown;
}
