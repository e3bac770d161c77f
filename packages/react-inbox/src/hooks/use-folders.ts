import type { InboxStore } from '@deskkit/core/inbox';
import { useSyncExternalStore } from 'react';
import { useInbox } from '../inbox-provider.tsx';

/** The reader's folders with their counts, as they change. */
export function useFolders(): ReturnType<InboxStore['folders']> {
  const { store } = useInbox();
  return useSyncExternalStore(store.subscribe, store.folders, store.folders);
}
