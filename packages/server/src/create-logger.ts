import type { Logger } from '@deskkit/core';
import { type DestinationStream, destination, pino } from 'pino';

/** What went wrong, as lines of JSON on stderr. */
export interface ServerLogger {
  /** For the desk, which says the message first. */
  readonly desk: Logger;
  /** For what says the fields first, as pino does. */
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export function createLogger(stream: DestinationStream = destination({ fd: 2, sync: true })): ServerLogger {
  const log = pino({ name: 'deskkit', level: 'info', serializers: { error: describe, err: describe } }, stream);
  return {
    desk: {
      warn: (message, details) => log.warn(details ?? {}, message),
      error: (message, details) => log.error(details ?? {}, message),
    },
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}

/** Only what tells where to look: the other fields of an error may hold rows, tokens or words that somebody wrote. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describe(error.cause) };
  return { type: error.name, message: error.message, ...code, stack: error.stack, ...cause };
}
