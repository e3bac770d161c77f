'use client';

import type { ComponentProps } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import type { DraftKind } from '../../store/drafts.ts';
import { StatusTab } from '../tab/status-tab.tsx';
import { useCurrentComposer } from './composer-root.tsx';

export interface ComposerKindProps extends ComponentProps<'button'> {
  readonly kind: DraftKind;
}

/** The tab that makes it a reply or a note. */
export function ComposerKind({ kind, children, ...rest }: ComposerKindProps) {
  const { strings } = useInbox();
  const composer = useCurrentComposer();
  const [text, key] = kind === 'reply' ? [strings.reply, 'r'] : [strings.writeNote, 'n'];
  return (
    <StatusTab
      title={`${text} (${key})`}
      aria-keyshortcuts={key}
      {...rest}
      data-kind={kind}
      selected={composer.kind === kind}
      aria-controls={`${composer.id}-panel`}
      onClick={() => composer.setKind(kind)}
    >
      {children ?? text}
    </StatusTab>
  );
}
