'use client';

import type { EntryView, MessageView } from '@deskkit/core/client';
import { type ComponentProps, createContext, useContext, useMemo } from 'react';
import { useNames } from '../../hooks/use-words.ts';
import { useInbox } from '../../inbox-provider.tsx';
import { contactName } from '../../words/names.ts';
import { useCurrentConversation } from '../conversation/conversation-root.tsx';

export interface MessageContextValue {
  readonly message: MessageView;
  readonly delivery: EntryView['delivery'];
  /** It is on its way to the desk. */
  readonly pending: boolean;
  readonly author: string;
}

const MessageContext = createContext<MessageContextValue | null>(null);

export interface MessageRootProps extends ComponentProps<'article'> {
  readonly entry: EntryView;
  readonly message: MessageView;
}

/** One message or note: `data-kind`, `data-pending`, `data-delivery`. */
export function MessageRoot({ entry, message, ...rest }: MessageRootProps) {
  const { strings } = useInbox();
  const names = useNames();
  const contact = contactName(useCurrentConversation(), strings);
  const { delivery } = entry;
  const pending = entry.event.seq === Number.MAX_SAFE_INTEGER;
  const sender = message.author.kind === 'outsider' ? message.email?.from : undefined;
  const name =
    message.author.kind === 'teammate' ? names.name(message.author.id) : names.actor(message.author, contact);
  const author = sender?.name || sender?.address || name;
  const value = useMemo(() => ({ message, delivery, pending, author }), [message, delivery, pending, author]);
  return (
    <MessageContext value={value}>
      <article
        {...rest}
        data-id={message.id}
        data-kind={message.kind}
        data-pending={pending || undefined}
        data-delivery={delivery?.state}
      />
    </MessageContext>
  );
}

/** The message around this part. */
export function useCurrentMessage(): MessageContextValue {
  const value = useContext(MessageContext);
  if (!value) throw new Error('Put this part into a <MessageRoot>');
  return value;
}
