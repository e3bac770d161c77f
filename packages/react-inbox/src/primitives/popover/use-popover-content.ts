import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { usePopover } from './popover.tsx';

/** Closes by Escape and by a press outside; takes the focus when it opens and gives it back when it closes. */
export function usePopoverContent(): {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly id: string;
  readonly close: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const { onOpenChange, trigger, contentId } = usePopover();
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const content = ref.current;
    const first = (what: string) => content?.querySelector<HTMLElement>(what);
    (first('[aria-checked="true"]') ?? first('[role^="menuitem"], input, button') ?? content)?.focus();
  }, []);

  useEffect(() => {
    const press = ({ target }: PointerEvent) => {
      const isInside = target instanceof Node && (ref.current?.contains(target) || trigger.current?.contains(target));
      if (!isInside) onOpenChange(false);
    };
    const document = ref.current?.ownerDocument;
    document?.addEventListener('pointerdown', press);
    return () => document?.removeEventListener('pointerdown', press);
  }, [onOpenChange, trigger]);

  const close = () => {
    trigger.current?.focus();
    onOpenChange(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return { ref, id: contentId, close, onKeyDown };
}
