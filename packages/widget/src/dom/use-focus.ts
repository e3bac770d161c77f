import { useEffect, useRef } from 'preact/hooks';

/** Brings the focus to an element when it appears and when `when` becomes true. */
export function useFocus<Wanted extends HTMLElement>(when: boolean) {
  const ref = useRef<Wanted>(null);
  useEffect(() => {
    if (when) ref.current?.focus({ preventScroll: true });
  }, [when]);
  return ref;
}
