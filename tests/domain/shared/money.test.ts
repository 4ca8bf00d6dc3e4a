import { expect, test } from 'vitest';
import { amountText, isCurrency, minorDigits, minorUnits } from '@/domain/shared/money';

test.each([
  ['49.90', 'EUR', 4990],
  ['49.9', 'EUR', 4990],
  ['49', 'EUR', 4900],
  ['49.9000', 'EUR', 4990],
  ['-12.05', 'GBP', -1205],
  ['0', 'EUR', 0],
  ['-0.00', 'EUR', 0],
  ['12990', 'HUF', 12990],
  ['12990.00', 'HUF', 12990],
  ['1500', 'JPY', 1500],
  ['1.234', 'KWD', 1234],
  ['999999999999.99', 'EUR', 99_999_999_999_999],
])('%s %s are %i in minor units', (text, currency, units) => {
  expect(minorUnits(text, currency)).toBe(units);
});

test.each([
  ['49.905', 'EUR'],
  ['12990.5', 'HUF'],
  ['49,90', 'EUR'],
  ['1e3', 'EUR'],
  ['', 'EUR'],
  ['.5', 'EUR'],
  ['1 000', 'EUR'],
  ['1000000000000', 'EUR'],
])('%s is no amount in %s', (text, currency) => {
  expect(minorUnits(text, currency)).toBeNull();
});

test.each([
  [4990, 'EUR', '49.90'],
  [5, 'EUR', '0.05'],
  [-5, 'EUR', '-0.05'],
  [12_990, 'HUF', '12990'],
  [1234, 'KWD', '1.234'],
  [0, 'EUR', '0.00'],
])('%i %s is written %s', (units, currency, text) => {
  expect(amountText(units, currency)).toBe(text);
  expect(minorUnits(text, currency)).toBe(units);
});

test('forints are counted whole, other currencies as ISO 4217 says', () => {
  expect(['HUF', 'EUR', 'JPY', 'KWD'].map(minorDigits)).toEqual([0, 2, 0, 3]);
  expect(['EUR', 'HUF', 'eur', 'EURO', 'QQQ'].map(isCurrency)).toEqual([true, true, false, false, false]);
});
