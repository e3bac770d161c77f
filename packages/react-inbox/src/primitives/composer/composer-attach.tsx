'use client';

import { type ComponentProps, useRef } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import { useCurrentComposer } from './composer-root.tsx';

/** Chooses files and hands them in; they stand in the draft once the desk has them. */
export function ComposerAttach({ onClick, ...rest }: ComponentProps<'button'>) {
  const { client, toasts, strings } = useInbox();
  const { change } = useCurrentComposer();
  const input = useRef<HTMLInputElement>(null);

  async function handIn(file: File): Promise<void> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const attachment = await client.addAttachment({ name: file.name, type: file.type, bytes });
      change((draft) => ({ ...draft, attachments: [...draft.attachments, attachment] }));
    } catch {
      toasts.show({ tone: 'refused', text: strings.attachFailed(file.name) });
    }
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={strings.attach}
        onChange={({ target }) => {
          for (const file of target.files ?? []) void handIn(file);
          target.value = '';
        }}
      />
      <button
        type="button"
        title={strings.attach}
        aria-label={strings.attach}
        {...rest}
        onClick={(event) => {
          onClick?.(event);
          input.current?.click();
        }}
      />
    </>
  );
}
