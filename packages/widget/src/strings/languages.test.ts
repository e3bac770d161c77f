import { expect, it } from 'vitest';
import { isRightToLeft, languageFor } from './languages.ts';

it.each([
  ['de', 'de'],
  ['pt-BR', 'pt'],
  ['pt-PT', 'pt'],
  ['AR-eg', 'ar'],
  ['en-GB', 'en'],
  ['ja', 'en'],
  ['', 'en'],
  ['den', 'en'],
])('speaks for %j %j', (locale, language) => {
  expect(languageFor(locale)).toBe(language);
});

it.each([
  ['ar', true],
  ['he-IL', true],
  ['fa', true],
  ['en', false],
  ['art', false],
])('writes %j from right to left: %j', (locale, answer) => {
  expect(isRightToLeft(locale)).toBe(answer);
});
