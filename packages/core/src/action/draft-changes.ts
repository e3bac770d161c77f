import { type Draft, type DraftContent, type DraftKind, draftId, draftsList } from '../draft/draft.ts';
import type { Actor, TeammateActor } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import { pendingSeq } from '../shared/seq.ts';
import { type Change, emptyChange } from '../storage/change.ts';
import { workspaceEvents } from './build-change.ts';
import type { Parts } from './parts.ts';

/** Which draft of a teammate. */
export interface WhichDraft {
  readonly conversation: ConversationId;
  readonly kind: DraftKind;
}

export async function loadDraft(
  parts: Parts,
  { workspace, id }: TeammateActor,
  { conversation, kind }: WhichDraft,
): Promise<Draft | undefined> {
  return (await parts.storage.find(workspace, 'draft', [draftId(id, conversation, kind)]))[0];
}

/** The change that keeps `content` as the draft, over `stored` where there is one. */
export async function keepDraft(
  parts: Parts,
  actor: TeammateActor,
  which: WhichDraft,
  content: DraftContent,
  stored: Draft | undefined,
): Promise<Change & { readonly draft: Draft }> {
  const { workspace, id: teammate } = actor;
  const id = draftId(teammate, which.conversation, which.kind);
  // A new draft's revisions begin above those of one that was there before: each of them took a place in the log.
  const version = (stored?.version ?? (await parts.storage.position(workspace))) + 1;
  const draft: Draft = { id, version, teammate, ...which, ...content, at: parts.clock.now() };
  return {
    ...said(parts, actor, which),
    expect: [{ kind: 'draft', id, version: stored?.version ?? 'absent' }],
    put: [{ kind: 'draft', row: draft }],
    enlist: [{ list: draftsList(teammate), kind: 'draft', id, seq: pendingSeq(0) }],
    draft,
  };
}

/** The change that throws a draft away. */
export function dropDraft(parts: Parts, actor: TeammateActor, stored: Draft): Change {
  const { id, version } = stored;
  return {
    ...said(parts, actor, stored),
    expect: [{ kind: 'draft', id, version }],
    remove: [{ kind: 'draft', id }],
    delist: [{ list: draftsList(actor.id), kind: 'draft', id, seq: 0 }],
  };
}

/** The same for a draft that was sent, where it is still the one that was sent. */
export async function dropSentDraft(
  parts: Parts,
  actor: Actor,
  { revision, ...which }: WhichDraft & { readonly revision: number | undefined },
): Promise<Change | undefined> {
  if (actor.kind !== 'teammate' || revision === undefined) return undefined;
  const stored = await loadDraft(parts, actor, which);
  return stored?.version === revision ? dropDraft(parts, actor, stored) : undefined;
}

/** Only the teammate hears of it. */
function said(parts: Parts, actor: TeammateActor, { conversation, kind }: WhichDraft): Change {
  const { id: teammate, workspace } = actor;
  const fact = { type: 'draft-changed', teammate, about: conversation, kind } as const;
  const by = { kind: 'teammate', id: teammate } as const;
  return { ...emptyChange(workspace), events: workspaceEvents([fact], by, parts.clock.now()) };
}
