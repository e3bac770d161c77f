'use client';

import type { ComponentProps } from 'react';

export interface StatusTabProps extends ComponentProps<'button'> {
  readonly selected: boolean;
}

/** One tab of a `StatusTabs`, or of any row of tabs. */
export function StatusTab({ selected, ...rest }: StatusTabProps) {
  return <button type="button" {...rest} role="tab" aria-selected={selected} tabIndex={selected ? 0 : -1} />;
}
