import type { Attachment, ConversationId } from '@deskkit/core';

export type DraftKind = 'reply' | 'note';

/** What is being written; a reply and a note are two drafts, so that neither becomes the other by mistake. */
export interface Draft {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

export const emptyDraft: Draft = { text: '', attachments: [] };

/** Drafts of this visit, by conversation, so that going elsewhere and back loses no words. */
export interface Drafts {
  read(conversation: ConversationId, kind: DraftKind): Draft;
  write(conversation: ConversationId, kind: DraftKind, draft: Draft): void;
  subscribe(listener: () => void): () => void;
}

export function createDrafts(): Drafts {
  const drafts = new Map<string, Draft>();
  const listeners = new Set<() => void>();
  return {
    read: (conversation, kind) => drafts.get(`${conversation} ${kind}`) ?? emptyDraft,
    write(conversation, kind, draft) {
      drafts.set(`${conversation} ${kind}`, draft);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
