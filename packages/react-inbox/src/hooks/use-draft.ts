import type { ConversationId } from '@deskkit/core';
import { useCallback, useSyncExternalStore } from 'react';
import { useInbox } from '../inbox-provider.tsx';
import type { Draft, DraftKind } from '../store/drafts.ts';

/** What is being written in a conversation, and how to change it. */
export function useDraft(
  conversation: ConversationId,
  kind: DraftKind,
): readonly [Draft, (change: (draft: Draft) => Draft) => void] {
  const { drafts } = useInbox();
  const read = () => drafts.read(conversation, kind);
  const draft = useSyncExternalStore(drafts.subscribe, read, read);
  const write = useCallback(
    (change: (draft: Draft) => Draft) => drafts.write(conversation, kind, change(drafts.read(conversation, kind))),
    [drafts, conversation, kind],
  );
  return [draft, write];
}
