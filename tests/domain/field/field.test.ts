import { expect, it } from 'vitest';
import {
  fieldDifferences,
  fieldName,
  fieldNames,
  fieldText,
  patchedValues,
  valueAsText,
} from '@/domain/field/field';

it('says what differs, each field once, in the words of history', () => {
  const before = { a: 'x', b: ['one', 'two'], c: 1, d: true } as const;
  const after = patchedValues(before, { a: null, b: ['two'], c: 1, e: '2026-01-02' });
  expect(fieldDifferences(before, after)).toEqual([
    { fieldId: 'a', from: 'x', to: null },
    { fieldId: 'b', from: 'one,two', to: 'two' },
    { fieldId: 'e', from: null, to: '2026-01-02' },
  ]);
});

it('is called in the nearest language that there is', () => {
  expect(fieldName({ key: 'k', names: { en: 'Order', hu: 'Rendelés' } }, 'hu')).toBe('Rendelés');
  expect(fieldName({ key: 'k', names: { hu: 'Rendelés' } }, 'lv')).toBe('Rendelés');
  expect(fieldName({ key: 'k', names: {} }, 'lv')).toBe('k');
  expect(
    fieldNames(
      [
        { key: 'k', names: { lv: 'Prece' } },
        { key: 'k', names: {} },
      ],
      'lv',
    ),
  ).toBe('Prece, k');
});

it('takes any words there are, and gives nothing for none', () => {
  expect(fieldText({}, 'en')).toBe('');
  expect([null, undefined, 0, false, ['a', 'b']].map(valueAsText)).toEqual([null, null, '0', 'false', 'a,b']);
});
