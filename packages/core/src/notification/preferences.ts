import type { TeammateId } from '../shared/id.ts';
import type { Because } from './because.ts';

/** A teammate's own settings; `id` is the teammate's. */
export interface Preferences {
  readonly id: TeammateId;
  readonly version: number;
  /** What the teammate does not want to be told. */
  readonly silenced: readonly Because[];
  /** IANA name; `null`: the browser's. Snoozes in words are meant in it. */
  readonly timeZone: string | null;
  /** BCP 47; `null`: the browser's. */
  readonly locale: string | null;
}

export function defaultPreferences(id: TeammateId): Preferences {
  return { id, version: 0, silenced: [], timeZone: null, locale: null };
}
