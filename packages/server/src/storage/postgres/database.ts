import { setTimeout as sleep } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig, type QueryConfig, type QueryResultRow } from 'pg';
import { connectionSettings } from './connect.ts';
import { describe, isAnswer, isCollision, toStorageError, unavailable } from './postgres-error.ts';

/** Connections that are shared, and the errors of the port instead of Postgres's. */
export interface Database {
  /**
   * One statement in one round trip. Sent again when it collided with another transaction. `timeout` in milliseconds,
   * where it may take longer than statements usually do.
   */
  query<Record extends QueryResultRow>(text: string, values: readonly unknown[], timeout?: number): Promise<Record[]>;
  /** Takes nothing new, and ends when what is under way has its answer. */
  close(): Promise<void>;
}

const attempts = 5;

/** As `pg` takes it; its types do not know the timeout of a single statement. */
interface Statement extends QueryConfig {
  readonly query_timeout?: number;
}

export function openDatabase(options: { readonly url: string; readonly pool: number }): Database {
  const pool = new Pool({ ...connectionSettings(options.url), max: options.pool } satisfies PoolConfig);
  // A connection that breaks while nobody uses it is replaced by the next one; unheard, its error would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  async function once<Record extends QueryResultRow>(statement: Statement): Promise<Record[]> {
    const client = await connect(pool);
    try {
      const { rows } = await client.query<Record>(statement);
      client.release();
      return rows;
    } catch (error) {
      // A refused statement leaves its connection sound; the pool's own `query` would throw it away.
      client.release(!isAnswer(error));
      throw error;
    }
  }

  async function untilDone<Record extends QueryResultRow>(statement: Statement): Promise<Record[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once<Record>(statement);
      } catch (error) {
        if (!isCollision(error) || attempt === attempts) throw error;
        await sleep(Math.random() * 10 * attempt);
      }
    }
  }

  return {
    async query<Record extends QueryResultRow>(text: string, values: readonly unknown[], timeout?: number) {
      if (closing !== undefined) throw unavailable('it was closed.');
      const answer = untilDone<Record>({ text, values: [...values], ...(timeout && { query_timeout: timeout }) });
      underWay.add(answer);
      try {
        return await answer;
      } catch (error) {
        throw toStorageError(error);
      } finally {
        underWay.delete(answer);
      }
    },
    close() {
      closing ??= Promise.allSettled(underWay).then(() => pool.end());
      return closing;
    },
  };
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw unavailable(`no connection to Postgres (${describe(error)}); nothing was changed.`, error);
  }
}
