'use client';

import type { ComponentProps } from 'react';
import { useNames } from '../../hooks/use-words.ts';
import { useCurrentConversation } from './conversation-root.tsx';

/** Who has the conversation; nothing when nobody does. */
export function ConversationAssignee({ children, ...rest }: ComponentProps<'span'>) {
  const names = useNames();
  const assignee = names.assignee(useCurrentConversation().assignee);
  if (!assignee) return null;
  return (
    <span {...rest}>
      {children}
      {assignee}
    </span>
  );
}
