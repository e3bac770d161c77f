'use client';

import type { ComponentProps } from 'react';
import { useUntilWords } from '../../hooks/use-words.ts';
import { useInbox } from '../../inbox-provider.tsx';
import { exactTime } from '../../words/short-time.ts';
import { useCurrentConversation } from './conversation-root.tsx';

/** Until when the conversation sleeps; nothing when it is awake. */
export function ConversationSnoozed({ children, ...rest }: ComponentProps<'span'>) {
  const { locale } = useInbox();
  const untilWords = useUntilWords();
  const { state } = useCurrentConversation();
  if (state.status !== 'snoozed') return null;
  const { until } = state;
  return (
    <span {...rest} title={until === 'next-reply' ? undefined : exactTime(until, locale)}>
      {children}
      {untilWords(until)}
    </span>
  );
}
