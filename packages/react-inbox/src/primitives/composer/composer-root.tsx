'use client';

import { type ComponentProps, createContext, useContext, useId } from 'react';
import { type Composer, useComposer } from '../../hooks/use-composer.ts';
import { useCurrentConversation } from '../conversation/conversation-root.tsx';

export interface ComposerContextValue extends Composer {
  /** Begins the ids of its parts. */
  readonly id: string;
}

const ComposerContext = createContext<ComposerContextValue | null>(null);

/** Where a reply or a note is written: `data-kind` says which. Ctrl or Cmd with Enter sends. */
export function ComposerRoot({ onKeyDown, ...rest }: ComponentProps<'form'>) {
  const composer = useComposer(useCurrentConversation());
  const id = useId();
  return (
    <ComposerContext value={{ ...composer, id }}>
      <form
        {...rest}
        data-kind={composer.kind}
        onSubmit={(event) => {
          event.preventDefault();
          composer.send();
        }}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
          event.preventDefault();
          composer.send();
        }}
      />
    </ComposerContext>
  );
}

/** The composer around this part. */
export function useCurrentComposer(): ComposerContextValue {
  const value = useContext(ComposerContext);
  if (!value) throw new Error('Put this part into a <ComposerRoot>');
  return value;
}
