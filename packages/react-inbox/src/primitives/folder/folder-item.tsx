'use client';

import type { ComponentProps } from 'react';

export interface FolderItemProps extends ComponentProps<'button'> {
  readonly current: boolean;
}

/** Opens a folder; `aria-current` says which one is open. */
export function FolderItem({ current, ...rest }: FolderItemProps) {
  return <button type="button" {...rest} aria-current={current ? 'page' : undefined} />;
}
