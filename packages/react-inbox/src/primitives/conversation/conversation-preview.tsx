'use client';

import type { ComponentProps } from 'react';
import { useCurrentConversation } from './conversation-root.tsx';

/** The beginning of the last message; nothing where the headline says it already. */
export function ConversationPreview(props: ComponentProps<'span'>) {
  const { subject, preview } = useCurrentConversation();
  if (!subject || !preview) return null;
  return (
    <span dir="auto" {...props}>
      {preview}
    </span>
  );
}
