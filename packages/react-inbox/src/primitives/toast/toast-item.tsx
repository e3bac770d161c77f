'use client';

import { type ComponentProps, useEffect, useState } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import type { Toast } from '../../store/toasts.ts';

export interface ToastItemProps extends ComponentProps<'div'> {
  readonly toast: Toast;
}

const stayMilliseconds = 8000;

/** One piece of news: goes after eight seconds, unless the pointer or the focus is on it. */
export function ToastItem({ toast, ...rest }: ToastItemProps) {
  const { toasts } = useInbox();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => toasts.dismiss(toast.id), stayMilliseconds);
    return () => clearTimeout(timer);
  }, [held, toast.id, toasts]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer and the focus only hold it in place
    <div
      {...rest}
      data-tone={toast.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    />
  );
}
