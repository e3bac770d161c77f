'use client';

import type { ConversationEvent } from '@deskkit/core';
import type { ComponentProps } from 'react';
import { useEventWords } from '../../hooks/use-words.ts';
import { useInbox } from '../../inbox-provider.tsx';
import { describeEvent } from '../../words/describe-event.ts';
import { clockTime, exactTime } from '../../words/short-time.ts';
import { useCurrentConversation } from '../conversation/conversation-root.tsx';

export interface TimelineEventProps extends ComponentProps<'div'> {
  readonly event: ConversationEvent;
}

/** What happened, in words; nothing for events that are shown elsewhere. */
export function TimelineEvent({ event, ...rest }: TimelineEventProps) {
  const { locale } = useInbox();
  const words = useEventWords()(useCurrentConversation());
  const text = describeEvent(event, words);
  if (!text) return null;
  return (
    <div {...rest} data-event={event.type}>
      <span dir="auto">{text}</span>
      <time dir="auto" dateTime={event.at} title={exactTime(event.at, locale)}>
        {clockTime(event.at, locale)}
      </time>
    </div>
  );
}
