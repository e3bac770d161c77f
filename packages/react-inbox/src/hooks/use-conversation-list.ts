import { folderKey } from '@deskkit/core';
import type { ConversationList, ListKey } from '@deskkit/core/inbox';
import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { useInbox } from '../inbox-provider.tsx';
import { useLoading } from './use-loading.ts';
import { usePeople } from './use-people.ts';

export interface LoadedList extends ConversationList {
  readonly failure: unknown;
  readonly retry: () => void;
  /** Loads the next page, unless that is under way. */
  readonly loadMore: () => void;
  readonly loadingMore: boolean;
}

/** The conversations of one folder's tab, newest first, as they come and go. */
export function useConversationList(key: ListKey): LoadedList {
  const { store } = useInbox();
  const ready = usePeople() !== undefined;
  const read = () => store.list(key);
  const list = useSyncExternalStore(store.subscribe, read, read);
  const name = `${folderKey(key.folder)} ${key.status ?? ''}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what its name says
  const load = useCallback(() => store.loadList(key), [store, name]);
  const { failure, retry } = useLoading(name, ready && !list.loaded, load);

  const isLoadingMore = useRef(false);
  const [loadingMore, setLoadingMore] = useState(false);
  const loadMore = useCallback(() => {
    if (isLoadingMore.current) return;
    isLoadingMore.current = true;
    setLoadingMore(true);
    const end = () => {
      isLoadingMore.current = false;
      setLoadingMore(false);
    };
    // A page that did not come is asked for again when the reader scrolls on.
    load().then(end, end);
  }, [load]);
  return { ...list, failure, retry, loadMore, loadingMore };
}
