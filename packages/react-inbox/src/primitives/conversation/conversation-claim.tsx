'use client';

import { accepts } from '@deskkit/core';
import type { ComponentProps } from 'react';
import { useDeeds } from '../../hooks/use-deeds.ts';
import { useInbox } from '../../inbox-provider.tsx';
import { useCurrentConversation } from './conversation-root.tsx';

/** Takes the conversation. Only there while nobody has it. */
export function ConversationClaim({ onClick, children, ...rest }: ComponentProps<'button'>) {
  const { strings } = useInbox();
  const conversation = useCurrentConversation();
  const deeds = useDeeds();
  if (!accepts(conversation, 'claim')) return null;
  return (
    <button
      type="button"
      title={`${strings.claim} (c)`}
      aria-keyshortcuts="c"
      {...rest}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) deeds.claim(conversation);
      }}
    >
      {children ?? strings.claim}
    </button>
  );
}
