import { expect, test } from 'vitest';
import { guessMapping } from '@/domain/import/columns';

test.each([
  [
    ['Név', 'E-mail cím', 'Telefonszám', 'Cég', 'Megjegyzés'],
    { name: 0, email: 1, phone: 2, organization: 3, note: 4 },
  ],
  [
    ['Vārds', 'Uzvārds', 'E-pasts', 'Tālrunis', 'Valoda'],
    { givenName: 0, familyName: 1, email: 2, phone: 3, language: 4 },
  ],
  [
    ['Customer ID', 'Last Name', 'first name', 'EMAIL', 'Tier'],
    { externalId: 0, familyName: 1, givenName: 2, email: 3, tier: 4 },
  ],
  [['E-mal cím', 'Telefonszám', 'Foo'], { email: 0, phone: 1 }],
  [['Foo', ''], {}],
])('heads are recognised: %j', (heads, expected) => {
  expect(guessMapping(heads)).toEqual(expected);
});
