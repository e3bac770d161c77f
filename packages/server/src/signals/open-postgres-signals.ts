import { randomUUID } from 'node:crypto';
import { createLocalSignals, type Signals } from '@deskkit/core';
import { listenForNotifications } from './listen-for-notifications.ts';
import { createNotifier } from './notifier.ts';

/** What may be told to whoever runs the node; `pino` fits. */
export interface SignalsLogger {
  warn(details: { readonly err: unknown }, message: string): void;
}

/**
 * Signals between all nodes of one Postgres database, by LISTEN and NOTIFY. `url` has to lead to Postgres itself or to
 * a proxy that keeps sessions. Throws an `Error` of one sentence that says what to do when it cannot be reached at first;
 * later it reconnects by itself.
 */
export async function openPostgresSignals(options: {
  readonly url: string;
  readonly logger?: SignalsLogger;
}): Promise<Signals> {
  const { url } = options;
  const warn = (err: unknown, message: string) => options.logger?.warn({ err }, message);
  const node = randomUUID();
  const local = createLocalSignals();

  const listening = await listenForNotifications({
    url,
    warn,
    hear(message) {
      if (message.node === node) return;
      for (const [workspace, seq] of message.grew) local.publish(workspace, { kind: 'log-grew', seq });
      for (const [workspace, presence] of message.present) local.publish(workspace, { kind: 'presence', presence });
    },
  });
  const notifier = createNotifier({ url, node, warn });

  return {
    publish(workspace, signal) {
      local.publish(workspace, signal);
      notifier.notify(workspace, signal);
    },
    listen(listener) {
      return local.listen((workspace, signal) => {
        // One listener's fault is neither the publisher's nor the other listeners'.
        try {
          listener(workspace, signal);
        } catch (error) {
          warn(error, 'A listener for signals failed.');
        }
      });
    },
    async close() {
      await Promise.all([listening.close(), notifier.close(), local.close()]);
    },
  };
}
