'use client';

import type { ComponentProps } from 'react';
import { isEmpty } from '../../hooks/use-composer.ts';
import { useInbox } from '../../inbox-provider.tsx';
import { useCurrentComposer } from './composer-root.tsx';

/** Sends the reply or adds the note, and says which. While nothing is written it does nothing, `aria-disabled`. */
export function ComposerSend({ children, ...rest }: ComponentProps<'button'>) {
  const { strings } = useInbox();
  const { kind, draft } = useCurrentComposer();
  return (
    <button {...rest} type="submit" data-kind={kind} aria-disabled={isEmpty(draft)}>
      {kind === 'note' ? strings.addNote : strings.sendReply}
      {children}
    </button>
  );
}
