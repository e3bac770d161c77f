import { type Draft, type DraftChanged, type DraftContent, decideDraft } from '../draft/draft.ts';
import { maxBodyLength } from '../message/body.ts';
import { type Actor, refOf, sameActor } from '../people/actor.ts';
import type { AttachmentId } from '../shared/id.ts';
import { ok, type Refused, type Result, refuse } from '../shared/result.ts';
import type { AttachmentUnknown } from './attach.ts';
import { commit } from './commit.ts';
import { dropDraft, keepDraft, loadDraft, type WhichDraft } from './draft-changes.ts';
import type { Forbidden } from './gate.ts';
import { type BesideRefusal, gateBeside, gatePersonal } from './gate-personal.ts';
import type { Parts } from './parts.ts';
import type { BodyRefusal } from './refuse-body.ts';
import { retrying } from './retrying.ts';

/** One's own draft; `null` where there is none. */
export async function findDraft(
  parts: Parts,
  actor: Actor,
  which: WhichDraft,
): Promise<Result<Draft | null, BesideRefusal>> {
  const passed = await gateBeside(parts, actor, which.conversation);
  if (!passed.ok) return passed;
  return ok((await loadDraft(parts, passed.value.reader, which)) ?? null);
}

export type DraftRefusal = BesideRefusal | DraftChanged | AttachmentUnknown | BodyRefusal;

/** Keeps unsent text over the revision that it was made from; 0 where there was none. */
export function saveDraft(
  parts: Parts,
  actor: Actor,
  { conversation, kind, revision, ...content }: WhichDraft & DraftContent & { readonly revision: number },
): Promise<Result<Draft, DraftRefusal>> {
  return retrying(async () => {
    const passed = await gateBeside(parts, actor, conversation);
    if (!passed.ok) return passed;
    if (content.body.text.length > maxBodyLength) return refuse({ code: 'body-too-long', path: 'body' });
    const { reader } = passed.value;
    const stored = await loadDraft(parts, reader, { conversation, kind });
    const decision = decideDraft(stored, content, revision);
    if (!decision.ok) return decision;
    if (stored && decision.value === 'is-saved') return ok(stored);
    const unknown = await refuseFiles(parts, actor, content.attachments);
    if (unknown) return unknown;
    const { draft, ...change } = await keepDraft(parts, reader, { conversation, kind }, content, stored);
    await commit(parts, change);
    return ok(draft);
  });
}

/**
 * Throws a draft away; with `revision`, only that one. One's own words can be thrown away also where one no longer
 * sees what they were for. What is not there is thrown away already.
 */
export function discardDraft(
  parts: Parts,
  actor: Actor,
  { revision, ...which }: WhichDraft & { readonly revision?: number | undefined },
): Promise<Result<null, Forbidden | DraftChanged>> {
  return retrying(async () => {
    const reader = gatePersonal(actor);
    if (!reader.ok) return reader;
    const stored = await loadDraft(parts, reader.value, which);
    if (!stored) return ok(null);
    if (revision !== undefined && stored.version !== revision) {
      return refuse({ code: 'draft-changed', yours: null, theirs: stored });
    }
    await commit(parts, dropDraft(parts, reader.value, stored));
    return ok(null);
  });
}

/** A draft holds files that a message can still take. */
async function refuseFiles(
  parts: Parts,
  actor: Actor,
  ids: readonly AttachmentId[],
): Promise<Refused<AttachmentUnknown> | undefined> {
  const rows = await parts.storage.find(actor.workspace, 'attachment', ids);
  const isFree = rows.every((row) => row && row.conversation === null && sameActor(row.by, refOf(actor)));
  return isFree ? undefined : refuse({ code: 'attachment-unknown', path: 'attachments' });
}
