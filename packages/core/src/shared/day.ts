/** Whether `text` is a day of the calendar, as ISO 8601 writes it: `2026-01-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const milliseconds = Date.parse(text);
  // Engines read 30 February as 2 March.
  return Number.isFinite(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === text;
}
