import type { Body } from '../message/body.ts';
import type { AttachmentId, ConversationId, TeammateId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import { ok, type Result, refuse } from '../shared/result.ts';

const draftKinds = ['reply', 'note'] as const;

export type DraftKind = (typeof draftKinds)[number];

/** Unsent text: one per teammate, conversation and kind. Its version is its revision. */
export interface Draft {
  readonly id: string;
  readonly version: number;
  readonly teammate: TeammateId;
  readonly conversation: ConversationId;
  readonly kind: DraftKind;
  readonly body: Body;
  readonly attachments: readonly AttachmentId[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly at: Instant;
}

/** What is in a draft. */
export type DraftContent = Pick<Draft, 'body' | 'attachments' | 'cc' | 'bcc'>;

/** Somebody has saved another text meanwhile, or has sent or thrown it away: `theirs` is then `null`. */
export interface DraftChanged {
  readonly code: 'draft-changed';
  /** `null` where it was to be thrown away. */
  readonly yours: DraftContent | null;
  readonly theirs: Draft | null;
}

/**
 * Decides whether `yours` may be saved over what is stored: only over the revision that it was made from, 0 for none.
 * What is stored already need not be saved again, so that a repeat is no conflict.
 */
export function decideDraft(
  stored: Draft | undefined,
  yours: DraftContent,
  revision: number,
): Result<'save' | 'is-saved', DraftChanged> {
  if (stored && isSame(stored, yours)) return ok('is-saved');
  if ((stored?.version ?? 0) === revision) return ok('save');
  return refuse({ code: 'draft-changed', yours, theirs: stored ?? null });
}

function isSame(one: DraftContent, other: DraftContent): boolean {
  return JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));
}

function contentOf({ body, attachments, cc, bcc }: DraftContent): unknown {
  return [body.format, body.text, attachments, cc, bcc];
}

/** The text of a reply that was taken back, before what was being written meanwhile: neither is lost. */
export function withTakenBack(taken: DraftContent, written: DraftContent | undefined): DraftContent {
  if (!written) return taken;
  const texts = [taken.body.text, written.body.text].filter((text) => text.trim() !== '');
  return {
    body: { format: taken.body.format, text: texts.join('\n\n') },
    attachments: union(taken.attachments, written.attachments),
    cc: union(taken.cc, written.cc),
    bcc: union(taken.bcc, written.bcc),
  };
}

function union<Item>(one: readonly Item[], other: readonly Item[]): readonly Item[] {
  return [...new Set([...one, ...other])];
}

export function draftId(teammate: TeammateId, conversation: ConversationId, kind: DraftKind): string {
  return `${teammate}/${conversation}/${kind}`;
}

/** The list of a teammate's drafts. */
export function draftsList(teammate: TeammateId): string {
  return `drafts/${teammate}`;
}
