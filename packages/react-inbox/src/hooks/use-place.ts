import type { ConversationId, ConversationStatus, Folder } from '@deskkit/core';
import { useState } from 'react';

/** Where somebody is in the inbox. The folder `spam` has no tabs. */
interface Place {
  readonly folder: Folder;
  readonly status: ConversationStatus;
  readonly conversation: ConversationId | undefined;
}

export interface PlaceControl extends Place {
  readonly openFolder: (folder: Folder) => void;
  readonly openTab: (status: ConversationStatus) => void;
  readonly openConversation: (id: ConversationId | undefined) => void;
}

/** Keeps the place; another folder begins at its open conversations. */
export function usePlace(first: Folder): PlaceControl {
  const [place, setPlace] = useState<Place>({ folder: first, status: 'open', conversation: undefined });
  return {
    ...place,
    openFolder: (folder) => setPlace((before) => ({ ...before, folder, status: 'open' })),
    openTab: (status) => setPlace((before) => ({ ...before, status })),
    openConversation: (conversation) => setPlace((before) => ({ ...before, conversation })),
  };
}
