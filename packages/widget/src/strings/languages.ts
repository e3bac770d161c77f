/** The languages that the widget speaks. English is always there, the others are loaded. */
export const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ar'] as const;

export type Language = (typeof languages)[number];

/** The widget's language for a locale, `pt` for `pt-BR`; English for what it does not speak. */
export function languageFor(locale: string): Language {
  const [wanted] = locale.toLowerCase().split(/[-_]/);
  return languages.find((language) => language === wanted) ?? 'en';
}

/** Written from right to left, also by a host that brings its own words. */
export function isRightToLeft(locale: string): boolean {
  return /^(ar|he|fa|ur)\b/i.test(locale);
}
