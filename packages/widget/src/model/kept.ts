import type { ConversationId, MessageId } from '@deskkit/core';

/** What outlives the page. */
export interface Kept {
  /** Whom the host vouched for; `null` for a visitor that nobody knows. */
  readonly of: string | null;
  readonly token: string | null;
  readonly unsent: readonly Unsent[];
  /** Per conversation, when the newest message that was seen was written. */
  readonly seen: Readonly<Record<string, string>>;
  /** Per conversation, what is written and not sent; under the empty name, what is to begin one. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly isMuted: boolean;
  /** They said who they are, or that they would rather not. */
  readonly isIntroduced: boolean;
}

/** A message that the desk has not confirmed. Its ids are chosen here, so that the desk recognises a repeat. */
export interface Unsent {
  readonly id: MessageId;
  readonly conversation: ConversationId;
  readonly text: string;
  readonly at: string;
}

/** Where it is kept. No call fails: where nothing can be stored, it lasts as long as the page. */
export interface Keep {
  read(): Kept;
  change(change: (kept: Kept) => Kept): void;
  /** From now on the browser may remember, and does. */
  allow(): void;
  /** From now on only this page remembers. */
  close(): void;
}

export const nothingKept: Kept = {
  of: null,
  token: null,
  unsent: [],
  seen: {},
  drafts: {},
  isMuted: false,
  isIntroduced: false,
};

/** What of `kept` is for the visitor `of`. Who signs in takes along what they wrote; nobody sees another's. */
export function keptFor(kept: Kept, of: string | null): Kept {
  if (kept.of === of) return kept;
  const { isMuted, unsent, drafts } = kept;
  return kept.of === null ? { ...nothingKept, of, isMuted, unsent, drafts } : { ...nothingKept, of, isMuted };
}
