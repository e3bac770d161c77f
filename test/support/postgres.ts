import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for a database of its own. */
    databaseBroker: string;
  }
}

/** A database that belongs to one test file. */
export interface TestDatabase {
  readonly url: string;
  /** Drops it, whoever is still connected. What a test file forgets to drop goes when the run ends. */
  drop(): Promise<void>;
}

/** Creates an empty PostgreSQL database, on the server of `DATABASE_URL` or on one that starts with the first call of the run. */
export async function createDatabase(): Promise<TestDatabase> {
  const broker = inject('databaseBroker');
  const url = await ask(broker, 'POST');
  return {
    url,
    async drop() {
      await ask(`${broker}${new URL(url).pathname}`, 'DELETE');
    },
  };
}

async function ask(url: string, method: 'POST' | 'DELETE'): Promise<string> {
  const response = await fetch(url, { method });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
