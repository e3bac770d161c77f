'use client';

import type { ComponentProps } from 'react';
import { usePopover } from './popover.tsx';

export interface MenuItemProps extends ComponentProps<'button'> {
  /** Makes it one of several, of which one is chosen. */
  readonly checked?: boolean;
  /** The menu stays as it is. */
  readonly keepOpen?: boolean;
}

/** One choice of a menu. */
export function MenuItem({ checked, keepOpen = false, onClick, ...rest }: MenuItemProps) {
  const { onOpenChange, trigger } = usePopover();
  const role = checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': checked };
  return (
    <button
      type="button"
      tabIndex={-1}
      {...rest}
      {...role}
      onClick={(event) => {
        onClick?.(event);
        if (keepOpen) return;
        trigger.current?.focus();
        onOpenChange(false);
      }}
    />
  );
}
