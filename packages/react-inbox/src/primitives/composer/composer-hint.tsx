'use client';

import type { ComponentProps } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import { contactName } from '../../words/names.ts';
import { useCurrentComposer } from './composer-root.tsx';

/** Who will read what is written. */
export function ComposerHint(props: ComponentProps<'span'>) {
  const { strings } = useInbox();
  const { kind, conversation, id } = useCurrentComposer();
  return (
    <span {...props} id={`${id}-hint`}>
      {kind === 'note' ? strings.noteHint : strings.replyHint(contactName(conversation, strings))}
    </span>
  );
}
