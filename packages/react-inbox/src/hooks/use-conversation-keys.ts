import { accepts } from '@deskkit/core';
import type { ConversationView } from '@deskkit/core/client';
import { useDeeds } from './use-deeds.ts';
import type { Shortcuts } from './use-shortcuts.ts';

export interface ConversationKeyTargets {
  readonly write: (kind: 'reply' | 'note') => void;
  readonly openMenu: (menu: 'assign' | 'snooze') => void;
}

/** The keys that act on a conversation; those of commands that make no sense now do nothing. */
export function useConversationKeys(row: ConversationView, { write, openMenu }: ConversationKeyTargets): Shortcuts {
  const deeds = useDeeds();
  return {
    r: () => write('reply'),
    n: () => write('note'),
    c: accepts(row, 'claim') ? () => deeds.claim(row) : undefined,
    e: accepts(row, 'close') ? () => deeds.close(row) : accepts(row, 'open') ? () => deeds.open(row) : undefined,
    u: accepts(row, 'unsnooze') ? () => deeds.unsnooze(row) : undefined,
    s: accepts(row, 'snooze') ? () => openMenu('snooze') : undefined,
    a: accepts(row, 'assign') ? () => openMenu('assign') : undefined,
  };
}
