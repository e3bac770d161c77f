'use client';

import type { Instant } from '@deskkit/core';
import type { ComponentProps } from 'react';
import { useInbox, useNow } from '../../inbox-provider.tsx';

export interface TimelineDayProps extends ComponentProps<'div'> {
  readonly at: Instant;
}

/** The day on which what follows happened. */
export function TimelineDay({ at, ...rest }: TimelineDayProps) {
  const { strings, locale } = useInbox();
  const now = useNow();
  const date = new Date(at);
  const isSame = (milliseconds: number) => new Date(milliseconds).toDateString() === date.toDateString();
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  const format = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const day = new Intl.DateTimeFormat(locale, isThisYear ? format : { ...format, year: 'numeric' }).format(date);
  return <div {...rest}>{isSame(now) ? strings.today : isSame(now - 86_400_000) ? strings.yesterday : day}</div>;
}
