/** A stretch of time, in milliseconds since 1970, in which a zone's clocks run `offset` milliseconds before UTC. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const day = 24 * 60 * 60_000;

/** Whether this engine knows a time zone by that name. */
export function isTimeZone(name: string): boolean {
  // Newer engines also take offsets such as `+01:00`, which know no daylight saving.
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Cuts the time between `from` and `to` where the zone's clocks change; no stretch is longer than a day. */
export function* stretchesOf(timeZone: string, from: number, to: number): Generator<Stretch> {
  const offsetAt = offsetIn(timeZone);
  let start = from;
  while (start < to) {
    const offset = offsetAt(start);
    let end = Math.min(start + day, to);
    if (offsetAt(end - 1) !== offset) end = changeBetween(offsetAt, start, end - 1);
    yield { from: start, to: end, offset };
    start = end;
  }
}

/** When the clocks change after `before`, given that they have by `after`. */
function changeBetween(offsetAt: (time: number) => number, before: number, after: number): number {
  const offset = offsetAt(before);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

function offsetIn(timeZone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (time) => {
    // `GMT+05:45`, just `GMT` for none, and seconds long ago.
    const [, sign, ...parts] = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(time)) ?? [];
    const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
    return (sign === '-' ? -1_000 : 1_000) * ((hours * 60 + minutes) * 60 + seconds);
  };
}
