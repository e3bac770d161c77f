'use client';

import { normaliseHandle, type ResolvedSegment, resolveMentions } from '@deskkit/core';
import { type ComponentProps, useMemo } from 'react';
import { usePeople } from '../../hooks/use-people.ts';
import { useInbox } from '../../inbox-provider.tsx';
import { Markdown } from '../../markdown/markdown.tsx';
import { useCurrentMessage } from './message-root.tsx';

/** What was written, as nodes, or that it is gone; in notes, mentions of those who are there stand out as `[data-mention]`. */
export function MessageBody(props: ComponentProps<'div'>) {
  const { strings } = useInbox();
  const { message } = useCurrentMessage();
  const people = usePeople();
  const isNote = message.kind === 'note';
  const handles = useMemo(
    () => (people && isNote ? handlesIn(resolveMentions(message.body.text, people)) : new Set<string>()),
    [people, isNote, message.body.text],
  );
  if (message.gone) return <div {...props}>{strings.withdrawn[message.gone]}</div>;
  const mentions = isNote ? { isMention: (handle: string) => handles.has(handle) } : {};
  return (
    <div {...props} data-format={message.body.format}>
      <Markdown body={message.body} {...mentions} />
    </div>
  );
}

/** The handles of those whom the note notifies; what resolves to nobody stays text. */
function handlesIn(segments: readonly ResolvedSegment[]): ReadonlySet<string> {
  return new Set(segments.flatMap((one) => (one.kind === 'mention' ? [normaliseHandle(one.handle)] : [])));
}
