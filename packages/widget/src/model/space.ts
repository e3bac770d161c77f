import type { ConversationId } from '@deskkit/core';
import type { VisitorMessage } from '@deskkit/core/client';

/** What fills the panel. */
export type Space =
  | { readonly name: 'home' }
  | { readonly name: 'chat'; readonly conversation: ConversationId; readonly trouble: boolean };

/** Something that is said to those who do not see it. */
export type News = { readonly kind: 'reply'; readonly message: VisitorMessage } | { readonly kind: 'not-sent' };

export const home: Space = { name: 'home' };
