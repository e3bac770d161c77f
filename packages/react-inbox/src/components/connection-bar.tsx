'use client';

import { useConnection } from '../hooks/use-connection.ts';
import { useInbox } from '../inbox-provider.tsx';

/** A quiet bar while nothing comes in; nothing is blocked by it. */
export function ConnectionBar() {
  const { strings, failure, restart } = useInbox();
  const connection = useConnection();
  const text = failure
    ? strings.failed.start
    : { offline: strings.offline, ended: strings.ended }[connection as string];
  return (
    <div role="status">
      {text && (
        <div className="deskkit-bar">
          {text}
          {(failure !== undefined || connection === 'ended') && (
            <button type="button" className="deskkit-link" onClick={restart}>
              {strings.tryAgain}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
