'use client';

import type { ComponentProps } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import { contactName } from '../../words/names.ts';
import { useCurrentConversation } from './conversation-root.tsx';

/** Who writes. */
export function ConversationContact(props: ComponentProps<'span'>) {
  const { strings } = useInbox();
  return (
    <span dir="auto" {...props}>
      {contactName(useCurrentConversation(), strings)}
    </span>
  );
}
