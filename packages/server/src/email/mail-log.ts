/** Where the email channel writes what it did with a mail: ids and reasons, never a word of the mail. */
export interface MailLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLog: MailLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
