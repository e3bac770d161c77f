'use client';

import type { ComponentProps } from 'react';
import { useCurrentMessage } from './message-root.tsx';

/** Who wrote it. */
export function MessageAuthor(props: ComponentProps<'b'>) {
  return (
    <b dir="auto" {...props}>
      {useCurrentMessage().author}
    </b>
  );
}
