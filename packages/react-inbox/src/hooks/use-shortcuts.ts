import { type RefObject, useEffect } from 'react';

export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Calls what belongs to a key, by `event.key`, while the focus is inside `root` or nowhere. Silent in text fields,
 * open menus and with a modifier.
 */
export function useShortcuts(root: RefObject<HTMLElement | null>, shortcuts: Shortcuts): void {
  useEffect(() => {
    const document = root.current?.ownerDocument;
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!(target instanceof Element) || isBusy(target, event.key)) return;
      if (target !== document?.body && !root.current?.contains(target)) return;
      const act = shortcuts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document?.addEventListener('keydown', press);
    return () => document?.removeEventListener('keydown', press);
  }, [root, shortcuts]);
}

function isBusy(target: Element, key: string): boolean {
  if (target.closest('[role="menu"], [role="dialog"]')) return true;
  return key !== 'Escape' && target.closest('input, textarea, select, [contenteditable]') !== null;
}
