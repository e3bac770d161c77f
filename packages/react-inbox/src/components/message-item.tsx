'use client';

import type { EntryView, MessageView } from '@deskkit/core/client';
import { BadgeCheck, Check, Clock, LockKeyhole, Paperclip, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useInbox } from '../inbox-provider.tsx';
import { MessageAttachment } from '../primitives/message/message-attachment.tsx';
import { MessageAuthor } from '../primitives/message/message-author.tsx';
import { MessageBody } from '../primitives/message/message-body.tsx';
import { MessageDelivery } from '../primitives/message/message-delivery.tsx';
import { MessageRoot, useCurrentMessage } from '../primitives/message/message-root.tsx';
import { MessageTime } from '../primitives/message/message-time.tsx';
import { MessageVerdict } from '../primitives/message/message-verdict.tsx';
import { Avatar } from '../primitives/person/avatar.tsx';
import { Icon } from './icon.tsx';

export interface MessageItemProps {
  readonly entry: EntryView;
  readonly message: MessageView;
}

/** A message or note in the thread. */
export const MessageItem = memo(function MessageItem({ entry, message }: MessageItemProps) {
  const { strings } = useInbox();
  return (
    <MessageRoot className="deskkit-message" entry={entry} message={message}>
      <AuthorAvatar />
      <header>
        <MessageAuthor /> <MessageTime />
        {message.kind === 'note' && (
          <span className="deskkit-chip" data-tone="amber">
            <Icon of={LockKeyhole} />
            {strings.note}
          </span>
        )}
        {message.editedAt && <span className="deskkit-chip">{strings.edited}</span>}
        {message.automatic && <span className="deskkit-chip">{strings.automatic}</span>}
        <MessageVerdict className="deskkit-chip">
          <Icon of={message.email?.verdict === 'pass' ? BadgeCheck : TriangleAlert} />
        </MessageVerdict>
      </header>
      <div className="deskkit-message-content">
        <MessageBody className="deskkit-body" />
        {message.attachments.length > 0 && (
          <div className="deskkit-attachments">
            {message.attachments.map((one) => (
              <MessageAttachment key={one.id} className="deskkit-attachment" attachment={one}>
                <Icon of={Paperclip} />
              </MessageAttachment>
            ))}
          </div>
        )}
      </div>
      <MessageDelivery className="deskkit-delivery">
        <DeliveryIcon />
      </MessageDelivery>
    </MessageRoot>
  );
});

function AuthorAvatar() {
  const { message, author } = useCurrentMessage();
  const of = 'id' in message.author ? message.author.id : author;
  return <Avatar className="deskkit-avatar" of={of} name={author} />;
}

function DeliveryIcon() {
  const { delivery, pending } = useCurrentMessage();
  if (pending || delivery?.state === 'queued' || delivery?.state === 'delayed') return <Icon of={Clock} />;
  return <Icon of={delivery?.state === 'failed' ? TriangleAlert : Check} />;
}
