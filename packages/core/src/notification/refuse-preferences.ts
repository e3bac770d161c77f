import { isTimeZone } from '../hours/zone-offset.ts';
import type { Preferences } from './preferences.ts';

export type PreferencesRefusal =
  | { readonly code: 'time-zone-unknown'; readonly path: 'timeZone' }
  | { readonly code: 'locale-unknown'; readonly path: 'locale' };

/** What is wrong with a teammate's own settings; `undefined` when nothing is. */
export function refusePreferences({
  timeZone,
  locale,
}: Pick<Preferences, 'timeZone' | 'locale'>): PreferencesRefusal | undefined {
  if (timeZone !== null && !isTimeZone(timeZone)) return { code: 'time-zone-unknown', path: 'timeZone' };
  return locale === null || isLocale(locale) ? undefined : { code: 'locale-unknown', path: 'locale' };
}

/** Whether `tag` is a well-formed language tag (BCP 47), as far as the engine can tell. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
