'use client';

import type { ReactNode } from 'react';
import { useInbox } from '../inbox-provider.tsx';

export interface NoticeProps {
  readonly title: string;
  readonly text?: string | undefined;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** What stands in an empty place: what is so, and what to do next. */
export function Notice({ title, text, onRetry, children }: NoticeProps) {
  const { strings } = useInbox();
  return (
    <div className="deskkit-notice">
      <strong>{title}</strong>
      {text && <p>{text}</p>}
      {onRetry && (
        <button type="button" className="deskkit-button" onClick={onRetry}>
          {strings.tryAgain}
        </button>
      )}
      {children}
    </div>
  );
}
