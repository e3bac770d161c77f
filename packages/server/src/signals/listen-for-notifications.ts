import type { Client } from 'pg';
import { connectClient } from '../storage/postgres/connect.ts';
import { channel, type Notification, parseNotification } from './notification.ts';

const firstPause = 100;
const longestPause = 10_000;

/**
 * Hears what other nodes send, on one connection that does nothing else. A lost connection is made anew, after pauses
 * that grow while Postgres is away. What was sent meanwhile is not heard.
 */
export async function listenForNotifications(options: {
  readonly url: string;
  hear(notification: Notification): void;
  warn(error: unknown, message: string): void;
}): Promise<{ close(): Promise<void> }> {
  const { url, hear, warn } = options;
  let closed = false;
  let client = await listen(url, hear);
  let retry: NodeJS.Timeout | undefined;
  let reconnecting: Promise<void> | undefined;

  function replaceWhenLost(): void {
    client.once('end', () => reconnectAfter(firstPause));
  }

  function reconnectAfter(pause: number): void {
    if (closed) return;
    // Many nodes lose their connections at once: each comes back at a moment of its own.
    const startAgain = () => {
      reconnecting = reconnect(pause);
    };
    retry = setTimeout(startAgain, pause * (0.5 + Math.random()));
  }

  async function reconnect(pause: number): Promise<void> {
    try {
      client = await listen(url, hear);
      replaceWhenLost();
    } catch (error) {
      warn(error, 'Signals of other nodes are not heard until Postgres can be reached again.');
      reconnectAfter(Math.min(pause * 2, longestPause));
    }
  }

  replaceWhenLost();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await reconnecting;
      await client.end().catch(() => {});
    },
  };
}

async function listen(url: string, hear: (notification: Notification) => void): Promise<Client> {
  const client = await connectClient(url);
  client.on('notification', ({ payload }) => {
    const notification = parseNotification(payload);
    if (notification) hear(notification);
  });
  try {
    await client.query(`LISTEN ${channel}`);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return client;
}
