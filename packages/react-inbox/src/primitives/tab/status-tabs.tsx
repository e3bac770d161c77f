'use client';

import type { ComponentProps, KeyboardEvent } from 'react';

/** A row of tabs; arrows, Home and End move and choose. */
export function StatusTabs(props: ComponentProps<'div'>) {
  function press(event: KeyboardEvent<HTMLDivElement>): void {
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
    const current = tabs.findIndex((tab) => tab.contains(document.activeElement));
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[event.key];
    const ends = { Home: 0, End: tabs.length - 1 }[event.key];
    const next = step === undefined ? ends : (current + step + tabs.length) % tabs.length;
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    tab.focus();
    tab.click();
  }
  return <div {...props} role="tablist" onKeyDown={press} />;
}
