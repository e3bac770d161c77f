import type { Refusal } from './shared/result.ts';

const brand = Symbol.for('deskkit.desk-error');

/** What the desk throws when it refuses: `code` is stable, `refusal` has the data. */
export class DeskError<R extends Refusal = Refusal> extends Error {
  override readonly name = 'DeskError';
  readonly [brand] = true;

  constructor(readonly refusal: R) {
    super(`Refused: ${refusal.code}${refusal.path ? ` (${refusal.path})` : ''}`);
  }

  get code(): R['code'] {
    return this.refusal.code;
  }
}

/** Recognises the error also when it comes from another copy of this package. */
export function isDeskError(error: unknown): error is DeskError {
  return typeof error === 'object' && error !== null && brand in error;
}
