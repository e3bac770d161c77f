'use client';

import type { ComponentProps } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import { clockTime, exactTime } from '../../words/short-time.ts';
import { useCurrentMessage } from './message-root.tsx';

/** When it was written. */
export function MessageTime(props: ComponentProps<'time'>) {
  const { locale } = useInbox();
  const { at } = useCurrentMessage().message;
  return (
    <time {...props} dir="auto" dateTime={at} title={exactTime(at, locale)}>
      {clockTime(at, locale)}
    </time>
  );
}
