import type { PartProps } from '../components/part-props.ts';
import { formatDay } from '../strings/format-day.ts';

/** Says which day begins. */
export function Day({ at, locale }: PartProps & { readonly at: string }) {
  return <h3 class="day">{formatDay(at, new Date().toISOString(), locale)}</h3>;
}
