/** When a team answers, by the clocks of one time zone. What happens twice on those clocks is open twice. */
export interface BusinessHours {
  /** A name of the IANA time zone database: `Europe/Lisbon`. */
  readonly timeZone: string;
  /** The open spans of each weekday, in order and without overlap; they may touch. */
  readonly week: Readonly<Record<Weekday, readonly OpenHours[]>>;
  /** Days on which nobody answers, as `YYYY-MM-DD` in that time zone. */
  readonly holidays: readonly string[];
}

/** From `from` until just before `to`, as `HH:MM`; `to` may be `24:00`, the end of the day. */
export interface OpenHours {
  readonly from: string;
  readonly to: string;
}

export type Weekday = (typeof weekdays)[number];

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** The minutes from midnight to `HH:MM`, at most those of `24:00`; `undefined` when it is no time of day. */
export function minutesOf(time: string): number | undefined {
  const [, hour, minute] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= 24 * 60 ? minutes : undefined;
}
