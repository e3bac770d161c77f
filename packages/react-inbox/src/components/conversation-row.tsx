'use client';

import type { ConversationView } from '@deskkit/core/client';
import { Clock, Hourglass, Mail, MessageCircle, UserRound } from 'lucide-react';
import { memo } from 'react';
import { useInbox } from '../inbox-provider.tsx';
import { ConversationAssignee } from '../primitives/conversation/conversation-assignee.tsx';
import { ConversationChannel } from '../primitives/conversation/conversation-channel.tsx';
import { ConversationContact } from '../primitives/conversation/conversation-contact.tsx';
import { ConversationHeadline } from '../primitives/conversation/conversation-headline.tsx';
import { ConversationOption } from '../primitives/conversation/conversation-option.tsx';
import { ConversationPreview } from '../primitives/conversation/conversation-preview.tsx';
import { ConversationRoot } from '../primitives/conversation/conversation-root.tsx';
import { ConversationSnoozed } from '../primitives/conversation/conversation-snoozed.tsx';
import { ConversationTime } from '../primitives/conversation/conversation-time.tsx';
import { ConversationWaiting } from '../primitives/conversation/conversation-waiting.tsx';
import { Avatar } from '../primitives/person/avatar.tsx';
import { contactName } from '../words/names.ts';
import { Icon } from './icon.tsx';

export interface ConversationRowProps {
  readonly conversation: ConversationView;
  readonly index: number;
}

/** One conversation in the list. */
export const ConversationRow = memo(function ConversationRow({ conversation, index }: ConversationRowProps) {
  const { strings } = useInbox();
  return (
    <ConversationRoot conversation={conversation}>
      <ConversationOption className="deskkit-row" index={index}>
        <Avatar className="deskkit-avatar" of={conversation.contact} name={contactName(conversation, strings)} />
        <ConversationContact className="deskkit-row-contact" />
        <ConversationTime className="deskkit-row-time" />
        <ConversationHeadline className="deskkit-row-headline" />
        <ConversationPreview className="deskkit-row-preview" />
        <span className="deskkit-row-chips">
          <ConversationChannel className="deskkit-chip">
            <Icon of={conversation.channel === 'email' ? Mail : MessageCircle} />
          </ConversationChannel>
          <ConversationSnoozed className="deskkit-chip">
            <Icon of={Clock} />
          </ConversationSnoozed>
          <ConversationWaiting className="deskkit-chip" data-tone="amber">
            <Icon of={Hourglass} />
          </ConversationWaiting>
          <ConversationAssignee className="deskkit-chip">
            <Icon of={UserRound} />
          </ConversationAssignee>
        </span>
      </ConversationOption>
    </ConversationRoot>
  );
});
