import { type RefObject, useEffect } from 'react';

/** When the focused element goes away (its button no longer makes sense), its nearest `data-pane` takes the focus. */
export function useFocusKeeper(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let last: { readonly focused: Element; readonly pane: HTMLElement | null } | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = { focused: target, pane: target.closest<HTMLElement>('[data-pane]') };
    };
    // Some browsers tell of the loss while the element is still there: look once it has had time to go.
    const forget = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (last?.focused === target && last?.focused.isConnected) last = undefined;
      });
    const rescue = () => {
      if (!last || last.focused.isConnected) return;
      const { activeElement, body } = element.ownerDocument;
      if (activeElement === body && last.pane?.isConnected) last.pane.focus();
      last = undefined;
    };
    const observer = new MutationObserver(rescue);
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener('focusin', remember);
    element.addEventListener('focusout', forget);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', remember);
      element.removeEventListener('focusout', forget);
    };
  }, [root]);
}
