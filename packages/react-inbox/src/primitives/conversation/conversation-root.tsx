'use client';

import type { ConversationView } from '@deskkit/core/client';
import { createContext, type ReactNode, useContext } from 'react';

const ConversationContext = createContext<ConversationView | null>(null);

export interface ConversationRootProps {
  readonly conversation: ConversationView;
  readonly children?: ReactNode;
}

/** Says which conversation the parts below are about. */
export function ConversationRoot({ conversation, children }: ConversationRootProps) {
  return <ConversationContext value={conversation}>{children}</ConversationContext>;
}

/** The conversation around this part. */
export function useCurrentConversation(): ConversationView {
  const conversation = useContext(ConversationContext);
  if (!conversation) throw new Error('Put this part into a <ConversationRoot conversation={…}>');
  return conversation;
}
