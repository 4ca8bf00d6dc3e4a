import { expect, test } from 'vitest';
import { fullName } from '@/features/customers/full-name';

const anna = { displayName: 'A. Kiss', givenName: 'Anna', familyName: 'Kiss' };

test.each([
  [{ ...anna, nameOrder: 'family_first' }, 'Kiss Anna'],
  [{ ...anna, nameOrder: 'given_first' }, 'Anna Kiss'],
  [{ ...anna, givenName: null, nameOrder: 'family_first' }, 'A. Kiss'],
  [{ ...anna, familyName: '', nameOrder: 'given_first' }, 'A. Kiss'],
] as const)('%o is called %s', (names, called) => {
  expect(fullName(names)).toBe(called);
});
