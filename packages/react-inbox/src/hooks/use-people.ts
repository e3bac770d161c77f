import type { People } from '@deskkit/core/inbox';
import { useSyncExternalStore } from 'react';
import { useInbox } from '../inbox-provider.tsx';

/** Who is there; `undefined` until it is loaded. */
export function usePeople(): People | undefined {
  const { store } = useInbox();
  return useSyncExternalStore(store.subscribe, store.people, store.people);
}
