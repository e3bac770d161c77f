'use client';

import type { ComponentProps } from 'react';
import { useCurrentComposer } from './composer-root.tsx';

/** Why the last message was not sent, read out at once. */
export function ComposerNotice(props: ComponentProps<'p'>) {
  const { notice } = useCurrentComposer();
  return (
    <div role="alert">
      {notice && (
        <p dir="auto" {...props}>
          {notice}
        </p>
      )}
    </div>
  );
}
