import type { ConversationId } from '@deskkit/core';
import { createContext } from 'react';

export interface ConversationListContextValue {
  readonly selected: ConversationId | undefined;
  readonly active: ConversationId | undefined;
  readonly size: number;
  readonly onSelect: (id: ConversationId) => void;
  readonly onFocus: (id: ConversationId, index: number) => void;
}

export const ConversationListContext = createContext<ConversationListContextValue | null>(null);
