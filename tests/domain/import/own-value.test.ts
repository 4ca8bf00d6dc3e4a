import { expect, test } from 'vitest';
import { ownValueOf } from '@/domain/import/own-value';
import { fieldOf } from '../field/field-of';

const options = [
  { key: 'tea', names: { en: 'Tea', hu: 'Tea', lv: 'Tēja' }, archived: false },
  { key: 'coffee', names: { en: 'Coffee', hu: 'Kávé' }, archived: false },
];

test.each([
  ['date', '2026. 11. 9.', '2026-11-09'],
  ['date', '09.11.2026', '2026-11-09'],
  ['date', '2026-11-09', '2026-11-09'],
  ['date', '31.02.2026', undefined],
  ['number', '1 234,5', 1234.5],
  ['number', 'sok', undefined],
  ['checkbox', 'Igen', true],
  ['checkbox', 'jā', true],
  ['checkbox', 'nē', null],
  ['checkbox', 'perhaps', undefined],
  ['choice', 'KAVE', 'coffee'],
  ['choice', 'tea', 'tea'],
  ['choice', 'Water', undefined],
  ['multi_choice', 'Tēja; Coffee', ['coffee', 'tea']],
  ['multi_choice', 'Tea, Water', undefined],
  ['text', '  KT-1 ', 'KT-1'],
  ['text', ' ', null],
] as const)('a cell of a %s: %s', (kind, cell, value) => {
  expect(ownValueOf(fieldOf({ kind, options }), cell)).toEqual(value);
});
