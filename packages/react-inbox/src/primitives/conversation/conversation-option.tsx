'use client';

import { type ComponentProps, useContext } from 'react';
import { ConversationListContext } from './conversation-list-context.ts';
import { useCurrentConversation } from './conversation-root.tsx';

export interface ConversationOptionProps extends ComponentProps<'div'> {
  /** Its place in the whole list, from 0. */
  readonly index: number;
}

/** One row of a `ConversationList`; a press, Enter or the space bar opens it. */
export function ConversationOption({ index, ...rest }: ConversationOptionProps) {
  const conversation = useCurrentConversation();
  const list = useContext(ConversationListContext);
  if (!list) throw new Error('Put this part into a <ConversationList>');
  const { id, state, waiting } = conversation;
  return (
    <div
      {...rest}
      role="option"
      data-id={id}
      data-status={state.status}
      data-waiting={waiting !== null || undefined}
      aria-selected={list.selected === id}
      aria-setsize={list.size}
      aria-posinset={index + 1}
      tabIndex={list.active === id ? 0 : -1}
      onFocus={() => list.onFocus(id, index)}
      onClick={() => list.onSelect(id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        list.onSelect(id);
      }}
    />
  );
}
