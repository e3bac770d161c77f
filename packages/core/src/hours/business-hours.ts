/** When a team works. */
export interface BusinessHours {
  /** IANA name. */
  readonly timeZone: string;
  readonly week: Readonly<Record<Weekday, readonly OpenHours[]>>;
  /** `YYYY-MM-DD`, in the time zone. */
  readonly holidays: readonly string[];
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export type Weekday = (typeof weekdays)[number];

/** `HH:MM`; `to` may be `24:00`. */
export interface OpenHours {
  readonly from: string;
  readonly to: string;
}
