import type { ContactId, ConversationId } from '@deskkit/core';
import type { ApiClient, ConversationView } from '@deskkit/core/client';
import { useCallback, useState } from 'react';
import { useInbox } from '../inbox-provider.tsx';
import { useLoading } from './use-loading.ts';

type ContactView = Awaited<ReturnType<ApiClient['getContact']>>;

/** What the desk knows of a contact. */
export interface Known {
  readonly contact: ContactView;
  readonly conversations: readonly ConversationView[];
}

/** Who writes, and what else they wrote about: the ten newest conversations besides `beside`. */
export function useContact(
  id: ContactId,
  beside: ConversationId,
): Partial<Known> & { readonly failure: unknown; readonly retry: () => void } {
  const { client } = useInbox();
  const [known, setKnown] = useState<Known & { readonly key: string }>();
  const key = `${id} ${beside}`;
  const load = useCallback(async () => {
    const [contact, page] = await Promise.all([
      client.getContact({ contact: id }),
      client.listConversations({ contact: id, limit: 11 }),
    ]);
    setKnown({ key, contact, conversations: page.items.filter((row) => row.id !== beside).slice(0, 10) });
  }, [client, id, beside, key]);
  const { failure, retry } = useLoading(key, known?.key !== key, load);
  // The same contact stays in sight while another of its conversations is opened.
  return known?.contact.id === id ? { ...known, failure, retry } : { failure, retry };
}
