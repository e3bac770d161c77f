'use client';

import type { ConversationId } from '@deskkit/core';
import type { ConversationView } from '@deskkit/core/client';
import {
  type KeyboardEvent,
  type ReactElement,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { VList, type VListHandle } from 'virtua';
import { ConversationListContext, type ConversationListContextValue } from './conversation-list-context.ts';

export interface ConversationListHandle {
  /** Moves the focus by so many rows; the first move goes to the selected row, or the first. */
  move(by: number): void;
  focus(): void;
}

export interface ConversationListProps {
  readonly items: readonly ConversationView[];
  readonly selected: ConversationId | undefined;
  readonly onSelect: (id: ConversationId) => void;
  /** Called when the end comes near and there is more. */
  readonly onReachEnd?: (() => void) | undefined;
  readonly children: (conversation: ConversationView, index: number) => ReactElement;
  readonly className?: string;
  readonly 'aria-label': string;
  readonly ref?: Ref<ConversationListHandle>;
}

const nearEnd = 600;

/** Conversations as a listbox that holds only the rows in sight. One row at a time can be reached with Tab. */
export function ConversationList(props: ConversationListProps) {
  const { items, selected, onSelect, onReachEnd, children, ref, ...rest } = props;
  const list = useRef<VListHandle>(null);
  const root = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<{ readonly id: ConversationId | undefined; readonly index: number }>();
  const wanted = items.findIndex((row) => row.id === (active?.id ?? selected));
  // The active row has gone: the one that took its place is next.
  const activeIndex = wanted >= 0 ? wanted : Math.min(active?.index ?? 0, items.length - 1);
  const hadFocus = useRef(false);

  function focusRow(index: number): void {
    const row = items[index];
    if (!row) return;
    setActive({ id: row.id, index });
    list.current?.scrollToIndex(index, { align: 'nearest' });
    hadFocus.current = true;
    root.current?.querySelector<HTMLElement>(`[data-id="${row.id}"]`)?.focus();
  }

  const contains = () => root.current?.contains(root.current.ownerDocument.activeElement) ?? false;
  const move = (by: number) => {
    const isFirst = active === undefined && !contains();
    focusRow(Math.max(0, Math.min(items.length - 1, activeIndex + (isFirst ? 0 : by))));
  };
  useImperativeHandle(ref, () => ({ move, focus: () => focusRow(activeIndex) }));

  // A row far away mounts after the scroll, and one that left takes its focus with it.
  useEffect(() => {
    const row = items[activeIndex];
    const { activeElement, body } = root.current?.ownerDocument ?? {};
    if (!hadFocus.current || !row || (activeElement && activeElement !== body)) return;
    root.current?.querySelector<HTMLElement>(`[data-id="${row.id}"]`)?.focus();
  });

  useEffect(() => {
    const { scrollSize = 0, viewportSize = 0, scrollOffset = 0 } = list.current ?? {};
    if (items.length > 0 && scrollSize - viewportSize - scrollOffset < nearEnd) onReachEnd?.();
  }, [items.length, onReachEnd]);

  function press(event: KeyboardEvent): void {
    const ends = { Home: 0, End: items.length - 1 }[event.key];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const target = step === undefined ? ends : Math.max(0, Math.min(items.length - 1, activeIndex + step));
    if (target === undefined) return;
    event.preventDefault();
    focusRow(target);
  }

  const context: ConversationListContextValue = {
    selected,
    active: items[activeIndex]?.id,
    size: items.length,
    onSelect,
    onFocus: (id, index) => {
      hadFocus.current = true;
      setActive({ id, index });
    },
  };
  return (
    <ConversationListContext value={context}>
      <div
        {...rest}
        ref={root}
        role="listbox"
        onKeyDown={press}
        onBlur={(event) => {
          hadFocus.current = event.relatedTarget === null && !event.target.isConnected;
        }}
      >
        <VList
          ref={list}
          data={items}
          keepMounted={activeIndex >= 0 ? [activeIndex] : []}
          onScroll={(offset) => {
            const { scrollSize = 0, viewportSize = 0 } = list.current ?? {};
            if (scrollSize - viewportSize - offset < nearEnd) onReachEnd?.();
          }}
        >
          {(row, index) => children(row, index)}
        </VList>
      </div>
    </ConversationListContext>
  );
}
