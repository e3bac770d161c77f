import type { Seq, Signal, WorkspaceId } from '@deskkit/core';
import { Pool } from 'pg';
import { connectionSettings } from '../storage/postgres/connect.ts';
import { channel, encodeNotifications, type Present } from './notification.ts';

/** Sends what other nodes should hear. What cannot be sent is lost, as the port allows. */
export interface Notifier {
  notify(workspace: WorkspaceId, signal: Signal): void;
  /** Sends what is left first. */
  close(): Promise<void>;
}

/**
 * One statement at a time on one connection of its own, never within a commit: a NOTIFY makes all commits of the
 * database wait for each other. What comes meanwhile is collected, and of one workspace only the newest seq is sent,
 * and of what one does on one conversation the last.
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
  const grew = new Map<WorkspaceId, Seq>();
  const present = new Map<string, Present>();
  let sending: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    // The rest of this tick's publications go along.
    await new Promise((resolve) => setImmediate(resolve));
    while (grew.size + present.size > 0) {
      const payloads = encodeNotifications({ node, grew: [...grew], present: [...present.values()] });
      grew.clear();
      present.clear();
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
    notify(workspace, signal) {
      if (closed) return;
      if (signal.kind === 'log-grew') grew.set(workspace, Math.max(signal.seq, grew.get(workspace) ?? 0));
      else {
        const { conversation, who } = signal.presence;
        present.set(JSON.stringify([workspace, conversation, who]), [workspace, signal.presence]);
      }
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
