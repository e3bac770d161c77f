'use client';

import type { ComponentProps } from 'react';
import { usePopover } from './popover.tsx';
import { usePopoverContent } from './use-popover-content.ts';

/** A small dialog within a popover. Give it a name with `aria-label`. */
export function PopoverPanel(props: ComponentProps<'div'>) {
  return usePopover().open ? <OpenPanel {...props} /> : null;
}

function OpenPanel(props: ComponentProps<'div'>) {
  const { ref, id, onKeyDown } = usePopoverContent();
  return <div {...props} ref={ref} id={id} role="dialog" tabIndex={-1} onKeyDown={onKeyDown} />;
}
