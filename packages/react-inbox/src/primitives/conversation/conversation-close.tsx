'use client';

import { accepts } from '@deskkit/core';
import type { ComponentProps } from 'react';
import { useDeeds } from '../../hooks/use-deeds.ts';
import { useInbox } from '../../inbox-provider.tsx';
import { useCurrentConversation } from './conversation-root.tsx';

/** Closes the conversation. Only there while it is not closed. */
export function ConversationClose({ onClick, children, ...rest }: ComponentProps<'button'>) {
  const { strings } = useInbox();
  const conversation = useCurrentConversation();
  const deeds = useDeeds();
  if (!accepts(conversation, 'close')) return null;
  return (
    <button
      type="button"
      title={`${strings.close} (e)`}
      aria-keyshortcuts="e"
      {...rest}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) deeds.close(conversation);
      }}
    >
      {children ?? strings.close}
    </button>
  );
}
