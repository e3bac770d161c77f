/** @jsxRuntime classic */
/** @jsx h */
import type { h } from 'preact';
import type { PartProps } from '../components/part-props.ts';
import { formatDay } from '../strings/format-day.ts';

/** Says which day begins. */
export function Day({ h, at, locale }: PartProps & { readonly at: string }) {
  return <h3 class="day">{formatDay(at, new Date().toISOString(), locale)}</h3>;
}
