'use client';

import type { ComponentProps } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import { useCurrentMessage } from './message-root.tsx';

/** Whether a mail's sender proved to be who it says, `data-verdict`; nothing where nobody looked. */
export function MessageVerdict({ children, ...rest }: ComponentProps<'span'>) {
  const { strings } = useInbox();
  const { email, kind } = useCurrentMessage().message;
  if (kind !== 'inbound' || !email || email.verdict === 'none') return null;
  return (
    <span {...rest} data-verdict={email.verdict}>
      {children}
      {email.verdict === 'pass' ? strings.verifiedSender : strings.forgedSender}
    </span>
  );
}
