/** The reader's own variety of the widget's language, so that times and words fit together. */
export function localeFor(language: string): string {
  // Some browsers name the system's own, as in en-US@posix, which Intl refuses.
  return navigator.languages.find((one) => one.split('-')[0] === language && /^[a-z\d-]+$/i.test(one)) ?? language;
}

/** `10:41`, or as the reader writes it. */
export function formatTime(at: string, language: string): string {
  return new Intl.DateTimeFormat(localeFor(language), { timeStyle: 'short' }).format(new Date(at));
}
