'use client';

import type { ComponentProps, KeyboardEvent } from 'react';
import { usePopover } from './popover.tsx';
import { usePopoverContent } from './use-popover-content.ts';

/** A menu within a popover: arrows, Home, End and first letters move, Escape and Tab close. */
export function Menu(props: ComponentProps<'div'>) {
  return usePopover().open ? <OpenMenu {...props} /> : null;
}

function OpenMenu(props: ComponentProps<'div'>) {
  const { ref, id, close, onKeyDown } = usePopoverContent();
  function press(event: KeyboardEvent<HTMLDivElement>): void {
    onKeyDown(event);
    if (event.defaultPrevented) return;
    if (event.key === 'Tab') {
      close();
      return;
    }
    const items = [...(ref.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
    const next = nextItem(items, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
  return <div {...props} ref={ref} id={id} role="menu" tabIndex={-1} onKeyDown={press} />;
}

function nextItem(items: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const current = items.findIndex((item) => item.matches(':focus'));
  if (key === 'ArrowDown') return items[(current + 1) % items.length];
  if (key === 'ArrowUp') return items.at(current <= 0 ? -1 : current - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const after = [...items.slice(current + 1), ...items.slice(0, current + 1)];
  return after.find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
}
