import { expect, test } from 'vitest';
import { shownWords } from '@/domain/field/words';
import { fieldOf } from './field-of';

const options = [
  { key: 'a', names: { en: 'Apple', hu: 'Alma' }, archived: false },
  { key: 'b', names: { en: 'Pear' }, archived: true },
];

test.each([
  ['checkbox', 'true', 'igen'],
  ['number', '1234.5', '1234,5'],
  ['choice', 'a', 'Alma'],
  ['multi_choice', 'a,b', 'Alma, Pear'],
  ['text', 'KT-1', 'KT-1'],
] as const)('a %s is said in the words of the reader', (kind, words, said) => {
  expect(shownWords(fieldOf({ kind, options }), words, { locale: 'hu', yes: 'igen' })).toBe(said);
});

test('a day is said as a day, in whatever zone the reader is', () => {
  const said = shownWords(fieldOf({ kind: 'date' }), '2026-11-29', { locale: 'en', yes: 'yes' });
  expect(said).toBe('Nov 29, 2026');
});
