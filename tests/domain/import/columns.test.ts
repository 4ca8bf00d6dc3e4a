import { expect, test } from 'vitest';
import { guessMapping, isImportColumn } from '@/domain/import/columns';

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

test('own fields are recognised by their name in any language and by their short name, after what everybody has', () => {
  const own = [
    { id: 'a', key: 'shoe_size', names: { hu: 'Cipőméret' } },
    { id: 'b', key: 'email', names: { en: 'E-mail' } },
  ];
  expect(guessMapping(['CIPOMERET', 'Email'], own)).toEqual({ 'own.a': 0, email: 1 });
  expect(guessMapping(['Shoe size'], own)).toEqual({ 'own.a': 0 });
});

test('a column can hold what is listed, or an own field', () => {
  const own = 'own.01900000-0000-7000-8000-000000000001';
  expect(['email', own, 'own.x', 'password'].filter(isImportColumn)).toEqual(['email', own]);
});
