'use client';

import type { ComponentProps } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import { headline } from '../../words/names.ts';
import { useCurrentConversation } from './conversation-root.tsx';

/** The subject; how the conversation goes on, where it has none. */
export function ConversationHeadline(props: ComponentProps<'span'>) {
  const { strings } = useInbox();
  return (
    <span dir="auto" {...props}>
      {headline(useCurrentConversation(), strings)}
    </span>
  );
}
