'use client';

import type { ComponentProps } from 'react';
import { usePopover } from './popover.tsx';

/** The button that opens the popover around it, and gets the focus back when that closes. */
export function PopoverTrigger({ onClick, 'aria-haspopup': haspopup = 'menu', ...rest }: ComponentProps<'button'>) {
  const { open, onOpenChange, trigger, contentId } = usePopover();
  return (
    <button
      type="button"
      {...rest}
      ref={trigger}
      aria-haspopup={haspopup}
      aria-expanded={open}
      aria-controls={open ? contentId : undefined}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) onOpenChange(!open);
      }}
    />
  );
}
