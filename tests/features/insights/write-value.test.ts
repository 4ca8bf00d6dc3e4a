import { expect, test } from 'vitest';
import { valueWriter } from '@/features/insights/write-value';

const flat = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const written = (locale: string, ...[value, unit]: Parameters<ReturnType<typeof valueWriter>['value']>) =>
  flat(valueWriter(locale).value(value, unit));

test('numbers stand as each language writes them', () => {
  expect(['en', 'hu', 'lv'].map((locale) => written(locale, 0.875, 'share'))).toEqual([
    '87.5%',
    '87,5%',
    '87,5%',
  ]);
  expect(written('hu', 12345, 'count')).toBe('12 345');
  expect(written('en', 45, 'points')).toBe('+45');
  expect(written('en', 2.104, 'score')).toBe('2.1');
  expect(written('en', null, 'share')).toBe('–');
});

test.each([
  [0.5, '30s'],
  [5.5, '5m 30s'],
  [9, '9m'],
  [45.4, '45m'],
  [59.7, '1h'],
  [95, '1h 35m'],
  [1050, '17h 30m'],
  [3990, '66h 30m'],
  [7000, '117h'],
])('%d minutes are %s', (minutes, shown) => {
  expect(written('en', minutes, 'minutes')).toBe(shown);
});

test('durations are words of the language', () => {
  expect(written('hu', 95, 'minutes')).toBe('1 ó 35 p');
  expect(written('lv', 95, 'minutes')).toMatch(/^1 ?h 35 ?min$/);
});

test('amounts have the digits of their currency', () => {
  expect(written('en', 7.5, 'money:EUR')).toBe('€7.50');
  expect(written('hu', 2850.4, 'money:HUF')).toBe('2850 Ft');
  expect(written('lv', 7.5, 'money:EUR')).toBe('7,50 €');
});

test('differences have a sign, and those of shares are percentage points', () => {
  const { difference } = valueWriter('en');
  expect(difference(-1.5, 'money:EUR')).toBe('−€1.50');
  expect([difference(0.021, 'share'), difference(-15, 'minutes'), difference(0, 'count')]).toEqual([
    '+2.1',
    '−15m',
    '0',
  ]);
});
