import type { Connection } from '@deskkit/core/client';
import { useSyncExternalStore } from 'react';
import { useInbox } from '../inbox-provider.tsx';

/** How the live stream stands. */
export function useConnection(): Connection {
  const { store } = useInbox();
  return useSyncExternalStore(store.subscribe, store.connection, store.connection);
}
