const isLocale = (text: string) => /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(text);

/**
 * The reader's own variety of a language, unless `locale` names one, so that times and words fit together. Some browsers
 * and pages name what `Intl` refuses, as in `en-US@posix`.
 */
export function localeFor(locale: string): string {
  const own = locale.includes('-') ? [] : navigator.languages.filter((one) => one.split('-')[0] === locale);
  return [...own, locale].find(isLocale) ?? 'en';
}

/** `10:41`, or as the reader writes it. */
export function formatTime(at: string, locale: string): string {
  return new Intl.DateTimeFormat(localeFor(locale), { timeStyle: 'short' }).format(new Date(at));
}
