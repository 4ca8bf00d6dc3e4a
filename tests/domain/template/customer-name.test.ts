import { expect, test } from 'vitest';
import { wholeName } from '@/domain/template/customer-name';

const stored = {
  displayName: 'A. K.',
  givenName: 'Anna',
  familyName: 'Kovács',
  nameOrder: 'family_first',
} as const;

test('a name stands in the order of its owner', () => {
  expect(wholeName(stored)).toBe('Kovács Anna');
  expect(wholeName({ ...stored, nameOrder: 'given_first' })).toBe('Anna Kovács');
});

test('where the parts are not known, the name stays as it came', () => {
  expect(wholeName({ ...stored, givenName: null })).toBe('A. K.');
  expect(wholeName({ ...stored, familyName: '' })).toBe('A. K.');
});
