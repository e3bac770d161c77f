'use client';

import { type Clock, type NewId, newId as randomId, systemClock } from '@deskkit/core';
import type { ApiClient } from '@deskkit/core/client';
import { createInboxStore, type InboxStore } from '@deskkit/core/inbox';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { createDrafts, type Drafts } from './store/drafts.ts';
import { createInboxActions, type InboxActions } from './store/inbox-actions.ts';
import { createToasts, type Toasts } from './store/toasts.ts';
import { defaultStrings, type Strings } from './strings.ts';

/** What the hooks and parts work with. */
export interface InboxContextValue {
  readonly client: ApiClient;
  readonly store: InboxStore;
  readonly actions: InboxActions;
  readonly drafts: Drafts;
  readonly toasts: Toasts;
  readonly strings: Strings;
  /** A BCP 47 tag; the browser's own when absent. */
  readonly locale: string | undefined;
  readonly newId: NewId;
  /** Why the inbox could not be loaded; absent while all is well. */
  readonly failure: unknown;
  /** Loads everything again. */
  readonly restart: () => void;
}

export interface InboxProviderProps {
  /** With the token of a teammate. Another client begins anew. */
  readonly client: ApiClient;
  readonly strings?: Strings;
  readonly locale?: string;
  readonly newId?: NewId;
  readonly clock?: Clock;
  readonly children?: ReactNode;
}

const InboxContext = createContext<InboxContextValue | null>(null);
const NowContext = createContext(0);

const tickMilliseconds = 20_000;

/** Holds one teammate's live inbox for everything below it: loads it when mounted, stops when unmounted. */
export function InboxProvider({
  client,
  strings = defaultStrings,
  locale,
  newId = randomId,
  clock = systemClock,
  children,
}: InboxProviderProps) {
  const own = useMemo(() => {
    const store = createInboxStore({ client, now: () => clock.now() });
    const actions = createInboxActions({ client, store, clock });
    return { client, store, actions, drafts: createDrafts(), toasts: createToasts() };
  }, [client, clock]);
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<unknown>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is a wish to begin again
  useEffect(() => {
    let isCurrent = true;
    setFailure(undefined);
    own.store.start().catch((error: unknown) => isCurrent && setFailure(error));
    return () => {
      isCurrent = false;
      own.store.stop();
    };
  }, [own.store, attempt]);

  const value = useMemo(
    () => ({ ...own, strings, locale, newId, failure, restart: () => setAttempt((before) => before + 1) }),
    [own, strings, locale, newId, failure],
  );
  return (
    <InboxContext value={value}>
      <NowContext value={useTick(clock)}>{children}</NowContext>
    </InboxContext>
  );
}

function useTick(clock: Clock): number {
  const [now, setNow] = useState(() => Date.parse(clock.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.parse(clock.now())), tickMilliseconds);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}

/** The inbox around this component. Throws outside of an `InboxProvider`. */
export function useInbox(): InboxContextValue {
  const value = useContext(InboxContext);
  if (!value) throw new Error('Put this component into an <InboxProvider client={…}>');
  return value;
}

/** The time in milliseconds since 1970, moving on every 20 seconds. */
export function useNow(): number {
  return useContext(NowContext);
}
