'use client';

import type { ComponentProps } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import { useCurrentConversation } from './conversation-root.tsx';

/** By which channel the conversation goes; what is given stands before its name. */
export function ConversationChannel({ children, ...rest }: ComponentProps<'span'>) {
  const { strings } = useInbox();
  const { channel } = useCurrentConversation();
  return (
    <span {...rest} data-channel={channel}>
      {children}
      {strings.channel[channel] ?? channel}
    </span>
  );
}
