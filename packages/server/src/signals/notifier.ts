import type { Seq, WorkspaceId } from '@deskkit/core';
import { Pool } from 'pg';
import { connectionSettings } from '../storage/postgres/connect.ts';
import { channel, encodeNotifications } from './notification.ts';

/** Sends what other nodes should hear. What cannot be sent is lost, as the port allows. */
export interface Notifier {
  notify(workspace: WorkspaceId, seq: Seq): void;
  /** Sends what is left first. */
  close(): Promise<void>;
}

/**
 * One statement at a time on one connection of its own, never within a commit: a NOTIFY makes all commits of the
 * database wait for each other. What comes meanwhile is collected, and of one workspace only the newest seq is sent.
 */
export function createNotifier(options: {
  readonly url: string;
  readonly node: string;
  warn(error: unknown, message: string): void;
}): Notifier {
  const { url, node, warn } = options;
  const pool = new Pool({ ...connectionSettings(url), max: 1, idleTimeoutMillis: 0 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const waiting = new Map<WorkspaceId, Seq>();
  let sending: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    // The rest of this tick's publications go along.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.size > 0) {
      const payloads = encodeNotifications({ node, grew: [...waiting] });
      waiting.clear();
      try {
        await pool.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [channel, payloads]);
      } catch (error) {
        warn(error, 'Signals to other nodes were lost; they find what is new when they look next.');
      }
    }
    sending = undefined;
  }

  let closed = false;
  return {
    notify(workspace, seq) {
      if (closed) return;
      waiting.set(workspace, Math.max(seq, waiting.get(workspace) ?? 0));
      sending ??= sendAll();
    },
    async close() {
      if (closed) return;
      closed = true;
      await sending;
      await pool.end();
    },
  };
}
