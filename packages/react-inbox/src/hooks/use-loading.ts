import { useCallback, useEffect, useState } from 'react';
import { useConnection } from './use-connection.ts';

/** Loads what is needed and not there yet, under a key; tries again by itself once the desk is reached again. */
export function useLoading(
  key: string,
  isNeeded: boolean,
  load: () => Promise<void>,
): { readonly failure: unknown; readonly retry: () => void } {
  const [failed, setFailed] = useState<{ readonly key: string; readonly error: unknown }>();
  const connection = useConnection();
  const failure = failed?.key === key ? failed.error : undefined;
  const retry = useCallback(() => setFailed(undefined), []);

  useEffect(() => {
    if (!isNeeded || failure !== undefined) return;
    let isCurrent = true;
    load().catch((error: unknown) => isCurrent && setFailed({ key, error }));
    return () => {
      isCurrent = false;
    };
  }, [key, isNeeded, failure, load]);

  useEffect(() => {
    if (connection === 'live') retry();
  }, [connection, retry]);

  return { failure, retry };
}
