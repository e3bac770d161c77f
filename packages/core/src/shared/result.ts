/** What a rule answers: a value, or a refusal that says why in a stable `code` and in data. */
export type Result<Value, R extends Refusal = Refusal> = Ok<Value> | Refused<R>;

export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Refused<R extends Refusal> {
  readonly ok: false;
  readonly refusal: R;
}

/** A stable, kebab-case `code`; further fields carry what the caller needs to know. */
export interface Refusal {
  readonly code: string;
  /** Where the bad value stood in the input, for refusals about one value. */
  readonly path?: string;
}

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

export function refuse<const R extends Refusal>(refusal: R): Refused<R> {
  return { ok: false, refusal };
}
