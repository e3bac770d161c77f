'use client';

import { normaliseHandle } from '@deskkit/core';
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
  const handles = useMemo(
    () => new Set([...(people?.teammates ?? []), ...(people?.teams ?? [])].map((one) => normaliseHandle(one.handle))),
    [people],
  );
  if (message.gone) return <div {...props}>{strings.withdrawn[message.gone]}</div>;
  const mentions = message.kind === 'note' ? { isMention: (handle: string) => handles.has(handle) } : {};
  return (
    <div {...props} data-format={message.body.format}>
      <Markdown body={message.body} {...mentions} />
    </div>
  );
}
