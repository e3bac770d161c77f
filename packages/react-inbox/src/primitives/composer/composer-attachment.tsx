'use client';

import type { Attachment } from '@deskkit/core';
import type { ComponentProps } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import { fileSize } from '../../words/file-size.ts';
import { useCurrentComposer } from './composer-root.tsx';

export interface ComposerAttachmentProps extends ComponentProps<'button'> {
  readonly attachment: Attachment;
}

/** A file of the draft; a press takes it out again. */
export function ComposerAttachment({ attachment, children, ...rest }: ComposerAttachmentProps) {
  const { strings, locale } = useInbox();
  const { change } = useCurrentComposer();
  const remove = () =>
    change((draft) => ({ ...draft, attachments: draft.attachments.filter((one) => one.id !== attachment.id) }));
  return (
    <button
      type="button"
      title={strings.removeAttachment(attachment.name)}
      aria-label={strings.removeAttachment(attachment.name)}
      {...rest}
      onClick={remove}
    >
      <bdi>{attachment.name}</bdi> <small>{fileSize(attachment.size, locale)}</small>
      {children}
    </button>
  );
}
