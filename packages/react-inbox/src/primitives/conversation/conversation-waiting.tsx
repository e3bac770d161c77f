'use client';

import type { ComponentProps } from 'react';
import { useInbox, useNow } from '../../inbox-provider.tsx';
import { exactTime, span } from '../../words/short-time.ts';
import { useCurrentConversation } from './conversation-root.tsx';

/** How long the contact has waited for an answer; nothing when nobody waits. */
export function ConversationWaiting({ children, ...rest }: ComponentProps<'span'>) {
  const { strings, locale } = useInbox();
  const now = useNow();
  const { waiting } = useCurrentConversation();
  if (!waiting) return null;
  const passed = now - Date.parse(waiting.at);
  return (
    <span {...rest} title={exactTime(waiting.at, locale)}>
      {children}
      {passed < 60_000 ? strings.waitingNow : strings.waiting(span(passed, locale))}
    </span>
  );
}
