import type { Place } from '../place.ts';
import { languageFor } from './languages.ts';
import { localeOf } from './locale-of.ts';
import type { Strings } from './strings.ts';

/** What is said, and how dates and numbers are written with it. */
export interface Words {
  readonly strings: Strings;
  readonly locale: string;
}

/** The words of the wanted language with the host's own over them; where it can't be loaded, those of `english`. */
export async function loadStrings(
  { options, load }: Pick<Place, 'options' | 'load'>,
  english: Partial<Strings>,
): Promise<Words> {
  const wanted = localeOf(options());
  const language = languageFor(wanted);
  const loaded =
    language === 'en'
      ? undefined
      : await load(language).then(
          (part) => part.strings,
          () => undefined,
        );
  const isSpoken = loaded || language === 'en' || options().locale;
  return {
    // What the extras say in English comes with them.
    strings: { ...english, ...loaded, ...options().strings } as Strings,
    locale: isSpoken ? wanted : 'en',
  };
}
