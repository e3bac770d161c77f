import { isStorageError, StorageError } from '@deskkit/core';

/** The SQLSTATE of an answer from the server, or Node's code of a failed connection. */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Whether the server refused one statement and the connection goes on. */
export function isAnswer(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'severity' in error && error.severity === 'ERROR';
}

/** Undone as a whole because of another transaction: the same statement may simply be sent again. */
export function isCollision(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

/**
 * What the port says about a failed statement. A mistake of ours (a wrong statement, a value that no column takes) is
 * given back as it is, since trying again would not help.
 */
export function toStorageError(error: unknown): unknown {
  if (isStorageError(error)) return error;
  if (isAnswer(error)) {
    if (!isCollision(error) && !passing.test(codeOf(error) ?? '')) return error;
    return unavailable(`Postgres refused it (${describe(error)}); nothing was changed.`, error);
  }
  return unavailable(
    `the connection to Postgres broke (${describe(error)}); it is unknown whether it was done.`,
    error,
  );
}

/** Full, out of connections, stopping, cancelled, locked, read-only or failing on its disk. */
const passing = /^(53|57|58|08|55P03|25006)/;

export function unavailable(detail: string, cause?: unknown): StorageError {
  return new StorageError({ code: 'unavailable', detail }, { cause });
}

/** In a few words, also where Node gives an error without any. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || codeOf(error) || error.name;
}
