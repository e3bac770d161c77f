'use client';

import { accepts } from '@deskkit/core';
import type { ComponentProps } from 'react';
import { useDeeds } from '../../hooks/use-deeds.ts';
import { useInbox } from '../../inbox-provider.tsx';
import { useCurrentConversation } from './conversation-root.tsx';

/** Ends the snooze. Only there while there is one. */
export function ConversationUnsnooze({ onClick, children, ...rest }: ComponentProps<'button'>) {
  const { strings } = useInbox();
  const conversation = useCurrentConversation();
  const deeds = useDeeds();
  if (!accepts(conversation, 'unsnooze')) return null;
  return (
    <button
      type="button"
      title={`${strings.unsnooze} (u)`}
      aria-keyshortcuts="u"
      {...rest}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) deeds.unsnooze(conversation);
      }}
    >
      {children ?? strings.unsnooze}
    </button>
  );
}
