import type { SnoozeUntil } from '@deskkit/core';
import type { ConversationView } from '@deskkit/core/client';
import { useMemo } from 'react';
import { useInbox, useNow } from '../inbox-provider.tsx';
import type { EventWords } from '../words/describe-event.ts';
import { contactName, createNames, type Names } from '../words/names.ts';
import { comingTime } from '../words/short-time.ts';
import { usePeople } from './use-people.ts';

/** Names for teammates and teams. */
export function useNames(): Names {
  const { strings } = useInbox();
  const people = usePeople();
  return useMemo(() => createNames(people, strings), [people, strings]);
}

/** Says until when something sleeps. */
export function useUntilWords(): (until: SnoozeUntil) => string {
  const { strings, locale } = useInbox();
  const now = useNow();
  return (until) =>
    until === 'next-reply' ? strings.snoozedUntilReply : strings.snoozedUntil(comingTime(until, now, locale));
}

/** Makes what `describeEvent` and `describeRefusal` need for a conversation. */
export function useEventWords(): (row: Pick<ConversationView, 'from'>) => EventWords {
  const { strings } = useInbox();
  const names = useNames();
  const until = useUntilWords();
  return (row) => ({ strings, names, contact: contactName(row, strings), until });
}
