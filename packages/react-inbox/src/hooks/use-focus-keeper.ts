import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** When the focused element goes away (its button no longer makes sense), its nearest `data-pane` takes the focus. */
export function useFocusKeeper(root: RefObject<HTMLElement | null>): void {
  const last = useRef<{ readonly element: Element; readonly pane: HTMLElement | null } | null>(null);

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      last.current = { element: target, pane: target.closest<HTMLElement>('[data-pane]') };
    };
    const forget = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.isConnected && target.checkVisibility?.() !== false) last.current = null;
    };
    const element = root.current;
    element?.addEventListener('focusin', remember);
    element?.addEventListener('focusout', forget);
    return () => {
      element?.removeEventListener('focusin', remember);
      element?.removeEventListener('focusout', forget);
    };
  }, [root]);

  useLayoutEffect(() => {
    const lost = last.current;
    if (!lost || lost.element.isConnected) return;
    last.current = null;
    const document = root.current?.ownerDocument;
    if (document?.activeElement === document?.body && lost.pane?.isConnected) lost.pane.focus();
  });
}
