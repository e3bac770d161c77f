'use client';

import { accepts } from '@deskkit/core';
import type { ComponentProps } from 'react';
import { useDeeds } from '../../hooks/use-deeds.ts';
import { useInbox } from '../../inbox-provider.tsx';
import { useCurrentConversation } from './conversation-root.tsx';

/** Opens the conversation again. Only there while it is closed. */
export function ConversationOpen({ onClick, children, ...rest }: ComponentProps<'button'>) {
  const { strings } = useInbox();
  const conversation = useCurrentConversation();
  const deeds = useDeeds();
  if (!accepts(conversation, 'open')) return null;
  return (
    <button
      type="button"
      title={`${strings.open} (e)`}
      aria-keyshortcuts="e"
      {...rest}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) deeds.open(conversation);
      }}
    >
      {children ?? strings.open}
    </button>
  );
}
