'use client';

import { type ComponentProps, useLayoutEffect, useRef } from 'react';

export interface TimelineProps extends ComponentProps<'div'> {
  /** Of the oldest entry: when it changes, older ones were put before it, and what was in sight stays there. */
  readonly first: string | undefined;
  /** Of the newest entry: who stands at the end sees it come in. */
  readonly last: string | undefined;
  /** The newest is the reader's own: it is shown wherever the reader stands. */
  readonly lastIsOwn?: boolean;
  /** Called when the beginning comes near. */
  readonly onReachStart?: (() => void) | undefined;
}

const nearStart = 300;
const atEnd = 80;

/** The scrolling part of a thread: begins at its end and stays there until the reader scrolls back. */
export function Timeline({ first, last, lastIsOwn = false, onReachStart, onScroll, ...rest }: TimelineProps) {
  const root = useRef<HTMLDivElement>(null);
  const seen = useRef({ first, last, top: 0, height: 0, isAtEnd: true });

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const { current } = seen;
    const grewAtStart = current.first !== first && current.height > 0 && current.last === last;
    if (grewAtStart) element.scrollTop = element.scrollHeight - current.height + current.top;
    else if (current.isAtEnd || (lastIsOwn && current.last !== last)) element.scrollTop = element.scrollHeight;
    seen.current = { ...current, first, last, top: element.scrollTop, height: element.scrollHeight };
  }, [first, last, lastIsOwn]);

  return (
    <div
      role="log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
      tabIndex={0}
      {...rest}
      ref={root}
      onScroll={(event) => {
        onScroll?.(event);
        const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
        seen.current.isAtEnd = scrollHeight - scrollTop - clientHeight < atEnd;
        seen.current.height = scrollHeight;
        seen.current.top = scrollTop;
        if (scrollTop < nearStart) onReachStart?.();
      }}
    />
  );
}
