import { expect, test } from 'vitest';
import { personalDataIn } from '@/domain/knowledge/personal-data';

test('what may tell who somebody is, each once, in its order', () => {
  const text =
    'Anna Ozola (anna@example.com, +371 2612 3456) ordered OC-204517 and writes again: anna@example.com. Two pieces for 45 euros.';
  expect(personalDataIn(text, ['Anna Ozola'])).toEqual([
    { kind: 'name', text: 'Anna' },
    { kind: 'name', text: 'Ozola' },
    { kind: 'email', text: 'anna@example.com' },
    { kind: 'phone', text: '+371 2612 3456' },
    { kind: 'number', text: 'OC-204517' },
  ]);
});

test('an answer that names nobody has none', () => {
  expect(personalDataIn('Send it back within 30 days; it costs 4.90 euros.', ['Anna'])).toEqual([]);
});
