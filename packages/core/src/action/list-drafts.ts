import { can } from '../access/can.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { type Draft, draftsList } from '../draft/draft.ts';
import type { Actor } from '../people/actor.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Seq } from '../shared/seq.ts';
import type { Forbidden } from './gate.ts';
import { gatePersonal } from './gate-personal.ts';
import type { Parts } from './parts.ts';

export interface DraftPage {
  /** Newest first; without the conversation where its author can no longer see it. */
  readonly items: readonly { readonly draft: Draft; readonly conversation: Conversation | null }[];
  /** The seq to go on before; absent on the last page. */
  readonly next?: Seq;
}

/** One's own drafts. */
export async function listDrafts(
  parts: Parts,
  actor: Actor,
  { before, limit }: { readonly before?: Seq | undefined; readonly limit: number },
): Promise<Result<DraftPage, Forbidden>> {
  const reader = gatePersonal(actor);
  if (!reader.ok) return reader;
  const { workspace, id } = reader.value;
  const page = { ...(before === undefined ? {} : { before }), limit: limit + 1 };
  const places = await parts.storage.readList(workspace, draftsList(id), page);
  const shown = places.slice(0, limit);
  const ids = shown.map((place) => place.id);
  const drafts = (await parts.storage.find(workspace, 'draft', ids)).filter((row) => row !== undefined);
  const abouts = drafts.map(({ conversation }) => conversation);
  const found = await parts.storage.find(workspace, 'conversation', abouts);
  const items = drafts.map((draft, index) => {
    const conversation = found[index];
    return { draft, conversation: conversation && can(actor, 'read', conversation) ? conversation : null };
  });
  const last = shown.at(-1);
  return ok(places.length > limit && last ? { items, next: last.seq } : { items });
}
