import { expect, test } from 'vitest';
import { pickLocale } from '@/i18n/locales';

test('a person who has set a language reads it, whatever the browser says', () => {
  expect(pickLocale({ user: 'lv', cookie: 'hu', acceptLanguage: 'en' })).toBe('lv');
});

test('the choice of this browser goes before what it accepts', () => {
  expect(pickLocale({ cookie: 'hu', acceptLanguage: 'lv' })).toBe('hu');
});

test.each([
  ['hu-HU,hu;q=0.9,en;q=0.8', 'hu'],
  ['de-DE,de;q=0.9,lv;q=0.7,en;q=0.5', 'lv'],
  ['en;q=0.2, LV-lv;q=0.9', 'lv'],
  ['hu;q=0, en', 'en'],
  ['de', 'en'],
  ['', 'en'],
  [';;,,=', 'en'],
])('the header "%s" asks for %s', (acceptLanguage, locale) => {
  expect(pickLocale({ acceptLanguage })).toBe(locale);
});

test('a language that we do not speak is passed over', () => {
  expect(pickLocale({ user: 'de', cookie: '../etc', acceptLanguage: 'hu' })).toBe('hu');
});

test('where not all languages are spoken, the first that is both wished and spoken, else the first spoken', () => {
  expect(pickLocale({ cookie: 'en', acceptLanguage: 'hu, lv;q=0.5' }, ['lv', 'hu'])).toBe('hu');
  expect(pickLocale({ acceptLanguage: 'en' }, ['lv', 'hu'])).toBe('lv');
});
