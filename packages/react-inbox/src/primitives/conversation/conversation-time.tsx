'use client';

import type { ComponentProps } from 'react';
import { useInbox, useNow } from '../../inbox-provider.tsx';
import { exactTime, shortTime } from '../../words/short-time.ts';
import { useCurrentConversation } from './conversation-root.tsx';

/** When the last message was written: short, with the exact moment as its title. */
export function ConversationTime(props: ComponentProps<'time'>) {
  const { strings, locale } = useInbox();
  const now = useNow();
  const { at } = useCurrentConversation().last;
  return (
    <time {...props} dir="auto" dateTime={at} title={exactTime(at, locale)}>
      {shortTime(at, now, locale, strings.now)}
    </time>
  );
}
