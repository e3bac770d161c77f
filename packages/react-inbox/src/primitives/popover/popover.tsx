'use client';

import { type ComponentProps, createContext, type RefObject, useContext, useId, useMemo, useRef } from 'react';

export interface PopoverContextValue {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly contentId: string;
}

const PopoverContext = createContext<PopoverContextValue | null>(null);

export interface PopoverProps extends ComponentProps<'div'> {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Holds a trigger and what it opens. */
export function Popover({ open, onOpenChange, ...rest }: PopoverProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const contentId = useId();
  const value = useMemo(() => ({ open, onOpenChange, trigger, contentId }), [open, onOpenChange, contentId]);
  return (
    <PopoverContext value={value}>
      <div data-open={open || undefined} {...rest} />
    </PopoverContext>
  );
}

export function usePopover(): PopoverContextValue {
  const value = useContext(PopoverContext);
  if (!value) throw new Error('Put this part into a <Popover>');
  return value;
}
