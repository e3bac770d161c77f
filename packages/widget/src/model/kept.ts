import type { ConversationId, MessageId } from '@deskkit/core';

/** What outlives the page: the session, what is not sent yet, and how far was read. */
export interface Kept {
  readonly session: KeptSession | null;
  readonly unsent: readonly Unsent[];
  /** Per conversation, when the newest message that was seen was written. */
  readonly seen: Readonly<Record<string, string>>;
}

interface KeptSession {
  readonly token: string;
  /** Whom the host vouched for; `null` for a visitor that nobody knows. */
  readonly of: string | null;
}

/** A message that the desk has not confirmed. Its ids are chosen here, so that the desk recognises a repeat. */
export interface Unsent {
  readonly id: MessageId;
  readonly conversation: ConversationId;
  readonly text: string;
  readonly at: string;
}

/** Where it is kept. Neither call fails: where nothing can be stored, it lasts as long as the page. */
export interface Keep {
  read(): Kept;
  change(change: (kept: Kept) => Kept): void;
}

export const nothingKept: Kept = { session: null, unsent: [], seen: {} };
