'use client';

import type { ConversationView, EntryView, MessageView } from '@deskkit/core/client';
import { Fragment } from 'react';
import { usePeople } from '../hooks/use-people.ts';
import { useTimeline } from '../hooks/use-timeline.ts';
import { useInbox } from '../inbox-provider.tsx';
import { Timeline } from '../primitives/timeline/timeline.tsx';
import { TimelineDay } from '../primitives/timeline/timeline-day.tsx';
import { TimelineEvent } from '../primitives/timeline/timeline-event.tsx';
import { MessageItem } from './message-item.tsx';
import { Notice } from './notice.tsx';
import { Skeleton } from './skeleton.tsx';

/** The messages and events of a conversation, by day. */
export function ThreadTimeline({ conversation }: { readonly conversation: ConversationView }) {
  const { strings } = useInbox();
  const { entries, loaded, more, failure, retry, loadOlder } = useTimeline(conversation.id);
  const me = usePeople()?.me.id;
  const newest = messageOf(entries.at(-1))?.author;
  const isOwn = newest?.kind === 'teammate' && newest.id === me;
  if (failure !== undefined)
    return <Notice title={strings.failed.thread} text={strings.failed.check} onRetry={retry} />;
  if (!loaded) return <Skeleton of="message" />;
  return (
    <Timeline
      className="deskkit-timeline"
      aria-label={strings.messages}
      first={keyOf(entries.at(0))}
      last={keyOf(entries.at(-1))}
      lastIsOwn={isOwn}
      onReachStart={more ? loadOlder : undefined}
    >
      {entries.map((entry, index) => {
        const message = messageOf(entry);
        return (
          <Fragment key={keyOf(entry)}>
            {isNewDay(entries[index - 1], entry) && <TimelineDay className="deskkit-day" at={entry.event.at} />}
            {message ? (
              <MessageItem entry={entry} message={message} />
            ) : (
              <TimelineEvent className="deskkit-event" event={entry.event} />
            )}
          </Fragment>
        );
      })}
    </Timeline>
  );
}

/** Other events are about a message too, as its delivery; it is shown where it was written. */
function messageOf(entry: EntryView | undefined): MessageView | undefined {
  return (entry?.event.type === 'message-added' && entry.message) || undefined;
}

/** A message keeps its key when the desk has it, so that it does not come in twice. */
function keyOf(entry: EntryView | undefined): string | undefined {
  return entry && (messageOf(entry)?.id ?? `event ${entry.event.version}`);
}

function isNewDay(before: EntryView | undefined, entry: EntryView): boolean {
  const dayOf = (one: EntryView) => new Date(one.event.at).toDateString();
  return !before || dayOf(before) !== dayOf(entry);
}
