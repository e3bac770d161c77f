import type { Place } from '../place.ts';
import { languageFor } from './languages.ts';
import { localeOf } from './locale-of.ts';
import { english, type Strings } from './strings.ts';

/** What is said, and how dates and numbers are written with it. */
export interface Words {
  readonly strings: Strings;
  readonly locale: string;
}

/** The words of the wanted language with the host's own over them. English where a language can't be loaded. */
export async function loadStrings({
  options,
  load,
  strings,
}: Pick<Place, 'options' | 'load' | 'strings'>): Promise<Words> {
  const { locale, strings: own } = options();
  const language = languageFor(localeOf(options()));
  const loaded =
    language === 'en'
      ? english
      : await load(language).then(
          (part) => part.strings,
          () => undefined,
        );
  return {
    strings: { ...strings, ...english, ...loaded, ...own },
    locale: loaded ? (known(locale) ?? language) : 'en',
  };
}

/** A locale as `Intl` takes it. */
function known(locale = ''): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale.replace('_', '-'))[0];
  } catch {
    return undefined;
  }
}
