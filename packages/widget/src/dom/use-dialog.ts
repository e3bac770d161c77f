import { useLayoutEffect, useRef } from 'preact/hooks';

/** Where the panel fills the screen nothing behind it can be reached. */
const fullScreen = '(max-width: 480px)';

/**
 * Shows a dialog while `open`, as a modal where it fills the screen. What carries `data-first` gets the focus when the
 * dialog opens and when `space`, what it shows, becomes another.
 */
export function useDialog(open: boolean, space: string) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (!open) return dialog.open ? dialog.close() : undefined;
    if (!dialog.open) dialog[matchMedia(fullScreen).matches ? 'showModal' : 'show']();
    dialog.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
  }, [open, space]);
  return ref;
}
