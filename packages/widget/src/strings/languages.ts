/** The languages that the widget speaks. English is always there, the others are loaded. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'nl' | 'ar';

/** The widget's language for a locale, `pt` for `pt-BR`; English for what it does not speak. */
export function languageFor(locale: string): Language {
  const [language] = /^(de|fr|es|pt|it|nl|ar)\b/.exec(locale.toLowerCase()) ?? ['en'];
  return language as Language;
}

/** Written from right to left, also by a host that brings its own words. */
export function isRightToLeft(locale: string): boolean {
  return /^(ar|he|fa|ur)\b/i.test(locale);
}
