'use client';

import { type ComponentProps, type ReactNode, useSyncExternalStore } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import type { Toast } from '../../store/toasts.ts';

export interface ToastListProps extends Omit<ComponentProps<'div'>, 'children'> {
  readonly children: (toast: Toast) => ReactNode;
}

/** Short news, read out politely. */
export function ToastList({ children, ...rest }: ToastListProps) {
  const { toasts } = useInbox();
  const shown = useSyncExternalStore(toasts.subscribe, toasts.list, toasts.list);
  return (
    <div {...rest} role="status" aria-live="polite">
      {shown.map(children)}
    </div>
  );
}
