import type { ConversationId } from '@deskkit/core';
import type { Timeline } from '@deskkit/core/inbox';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useInbox } from '../inbox-provider.tsx';
import { useLoading } from './use-loading.ts';
import { usePeople } from './use-people.ts';

export interface LoadedTimeline extends Timeline {
  readonly failure: unknown;
  readonly retry: () => void;
  /** Loads the page before the oldest entry, unless that is under way. */
  readonly loadOlder: () => void;
}

/** A conversation's messages and events, oldest first; loads the conversation with it. */
export function useTimeline(id: ConversationId): LoadedTimeline {
  const { store } = useInbox();
  const ready = usePeople() !== undefined;
  const read = () => store.timeline(id);
  const timeline = useSyncExternalStore(store.subscribe, read, read);
  const load = useCallback(() => store.loadConversation(id), [store, id]);
  const { failure, retry } = useLoading(id, ready && !timeline.loaded, load);

  const isLoadingOlder = useRef(false);
  const loadOlder = useCallback(() => {
    if (isLoadingOlder.current) return;
    isLoadingOlder.current = true;
    const end = () => {
      isLoadingOlder.current = false;
    };
    store.loadOlder(id).then(end, end);
  }, [store, id]);
  return { ...timeline, failure, retry, loadOlder };
}
