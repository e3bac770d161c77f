'use client';

import type { ComponentProps } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import { useCurrentMessage } from './message-root.tsx';

/** How far a message has come, `data-state`, with the reason where it went wrong; nothing where nothing is sent out. */
export function MessageDelivery({ children, ...rest }: ComponentProps<'div'>) {
  const { strings } = useInbox();
  const { delivery, pending } = useCurrentMessage();
  if (!pending && !delivery) return null;
  const state = pending || !delivery ? 'sending' : delivery.state;
  const reason = delivery?.detail ?? delivery?.reason?.replaceAll('-', ' ');
  return (
    <div {...rest} data-state={state}>
      {children}
      <span>
        {strings.delivery[state]}
        {reason && (state === 'delayed' || state === 'failed') && (
          <>
            : <bdi>{reason}</bdi>
          </>
        )}
      </span>
    </div>
  );
}
