import { expect, it } from 'vitest';
import { refusePreferences } from './refuse-preferences.ts';

it.each([null, 'Europe/Berlin', 'UTC', 'Asia/Kathmandu'])('takes the time zone %s', (timeZone) => {
  expect(refusePreferences({ timeZone, locale: null })).toBeUndefined();
});

it.each(['', 'Mars/Olympus', '+01:00', 'Europe/Berlin\n', '../etc'])('does not take the time zone %j', (timeZone) => {
  expect(refusePreferences({ timeZone, locale: null })).toEqual({ code: 'time-zone-unknown', path: 'timeZone' });
});

it.each([null, 'en', 'de-CH', 'zh-Hant-TW', 'ar'])('takes the locale %s', (locale) => {
  expect(refusePreferences({ timeZone: null, locale })).toBeUndefined();
});

it.each(['', 'x', 'en_US', 'de CH', 'en\n', '*'])('does not take the locale %j', (locale) => {
  expect(refusePreferences({ timeZone: null, locale })).toEqual({ code: 'locale-unknown', path: 'locale' });
});
