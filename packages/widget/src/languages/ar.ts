import type { LanguageStrings } from '../strings/strings.ts';
export const strings = {} as LanguageStrings;
