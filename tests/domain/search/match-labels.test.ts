import { expect, test } from 'vitest';
import { matchLabels } from '@/domain/search/match-labels';

const LINES = [
  { label: 'Válasz írása' },
  { label: 'Ügyfelek' },
  { label: 'Nyitott jegyek', also: 'Open tickets' },
  { label: 'Állapot: nyitott', also: 'Status' },
  { label: 'Sarah – kettle' },
];
const found = (typed: string) => matchLabels(LINES, typed).map(({ label }) => label);

test('accents, case and order of words do not matter', () => {
  expect(found('ugyf')).toEqual(['Ügyfelek']);
  expect(found('IRASA valasz')).toEqual(['Válasz írása']);
  expect(found('nyitott allapot')).toEqual(['Állapot: nyitott']);
});

test('what begins so stands first, and other words for it count as well', () => {
  expect(found('nyitott')).toEqual(['Nyitott jegyek', 'Állapot: nyitott']);
  expect(found('status')).toEqual(['Állapot: nyitott']);
  expect(found('yfel')).toEqual(['Ügyfelek']);
});

test('without words all stand as they were given, and nothing fits what nobody wrote', () => {
  expect(found('  ')).toHaveLength(5);
  expect(found('xyz')).toEqual([]);
});
