/** A cursor is a place in a list; opaque to callers, so that it may become something else. */
export function cursorOf(place: number): string {
  return place.toString(36);
}

/** `undefined` when there is none, `'bad'` for what was never given out. */
export function parseCursor(cursor: string | undefined): number | undefined | 'bad' {
  if (cursor === undefined) return undefined;
  const place = /^[0-9a-z]{1,11}$/.test(cursor) ? Number.parseInt(cursor, 36) : Number.NaN;
  return Number.isSafeInteger(place) && cursorOf(place) === cursor ? place : 'bad';
}
