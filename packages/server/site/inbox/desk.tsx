import type { ApiClient } from '@deskkit/core/client';
import { Inbox, InboxProvider } from '@deskkit/react-inbox';
import { type ReactNode, useRef } from 'react';
import type { Demo } from './demo.ts';
import { TryIt } from './try-it.tsx';

export interface DeskProps {
  readonly client: ApiClient;
  readonly demo?: Demo;
  readonly header: ReactNode;
  readonly footer: ReactNode;
}

/** The inbox over the whole page. */
export function Desk({ client, demo, header, footer }: DeskProps) {
  const notes = useRef<HTMLDialogElement>(null);
  const show = (
    <button type="button" className="page-link" onClick={() => notes.current?.showModal()}>
      How to try it
    </button>
  );
  return (
    <InboxProvider client={client}>
      <h1 className="page-hidden">Inbox</h1>
      <Inbox
        header={header}
        welcome={show}
        footer={
          <div className="page-footer">
            {show}
            {footer}
          </div>
        }
      />
      <TryIt ref={notes} client={client} demo={demo} />
    </InboxProvider>
  );
}
