import { useEffect, useRef } from 'preact/hooks';

/** Where the panel fills the screen nothing behind it can be reached. */
const fullScreen = '(max-width: 480px)';

/** Shows a dialog while `open`, as a modal where it fills the screen. */
export function useDialog(open: boolean) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === open) return;
    if (!open) dialog.close();
    else if (matchMedia(fullScreen).matches) dialog.showModal();
    else dialog.show();
  }, [open]);
  return ref;
}
