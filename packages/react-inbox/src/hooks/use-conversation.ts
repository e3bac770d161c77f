import type { ConversationId } from '@deskkit/core';
import type { ConversationView } from '@deskkit/core/client';
import { useSyncExternalStore } from 'react';
import { useInbox } from '../inbox-provider.tsx';

/** A conversation as it stands, with what was done here and is on its way; `undefined` while it is not loaded. */
export function useConversation(id: ConversationId): ConversationView | undefined {
  const { store } = useInbox();
  const read = () => store.conversation(id);
  return useSyncExternalStore(store.subscribe, read, read);
}
