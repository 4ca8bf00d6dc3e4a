import { expect, test } from 'vitest';
import { missingFields, newChatSettings, wordsIn } from '@/domain/chat/settings';

const { fields } = newChatSettings('hu');
const consent = { key: 'terms', kind: 'consent', label: {}, required: true, options: [] } as const;

test('a new account asks for a name and an address, and insists on neither', () => {
  expect(missingFields(fields, {})).toEqual([]);
  const strict = fields.map((field) => ({ ...field, required: true }));
  expect(missingFields(strict, { name: ' ', email: 'a@b.test' })).toEqual(['name']);
});

test('a consent is given by a yes and by nothing else', () => {
  expect(missingFields([consent], { terms: 'false' })).toEqual(['terms']);
  expect(missingFields([consent], { terms: 'true' })).toEqual([]);
});

test('words fall back to the language of the account', () => {
  expect(wordsIn({ hu: 'Szia' }, 'lv', 'hu')).toBe('Szia');
  expect(wordsIn({}, 'lv', 'hu')).toBe('');
});
