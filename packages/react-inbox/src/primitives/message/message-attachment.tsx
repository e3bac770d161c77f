'use client';

import type { Attachment } from '@deskkit/core';
import type { ComponentProps } from 'react';
import { useInbox } from '../../inbox-provider.tsx';
import { fileSize } from '../../words/file-size.ts';

export interface MessageAttachmentProps extends ComponentProps<'button'> {
  readonly attachment: Attachment;
}

/** A file of a message: asks the desk for a link of five minutes, then opens it. */
export function MessageAttachment({ attachment, children, ...rest }: MessageAttachmentProps) {
  const { client, toasts, strings, locale } = useInbox();
  const { id, name, size } = attachment;
  async function show(): Promise<void> {
    try {
      const { url } = await client.getAttachment({ attachment: id });
      const link = document.createElement('a');
      link.href = client.url + url;
      link.target = '_blank';
      link.rel = 'noopener';
      link.click();
    } catch {
      toasts.show({ tone: 'refused', text: strings.attachmentFailed(name) });
    }
  }
  return (
    <button
      type="button"
      aria-label={strings.attachment(name, fileSize(size, locale))}
      {...rest}
      data-type={attachment.type}
      onClick={() => void show()}
    >
      {children}
      <bdi>{name}</bdi> <small>{fileSize(size, locale)}</small>
    </button>
  );
}
