import { expect, test } from 'vitest';
import { type Comparable, likenesses } from '@/domain/customer/alike';

const person = (name: string, ...addresses: string[]): Comparable => ({
  name,
  organizationId: null,
  identities: addresses.map((value) => ({ kind: value.includes('@') ? 'email' : 'phone', value })),
});

test.each([
  [
    'the same number, written in another way',
    person('A', '+36301234567'),
    person('B', '06 30 123 4567'),
    ['phone'],
  ],
  [
    'dots and tags',
    person('A', 'anna.nagy+shop@gmail.com'),
    person('B', 'annanagy@googlemail.com'),
    ['email_form'],
  ],
  [
    'the same name at one firm, in either order',
    person('Kovács János', 'j@firma.hu'),
    person('János Kovacs', 'kovacs@firma.hu'),
    ['name_organization'],
  ],
  [
    'the same name and mailbox name',
    person('Ilze B', 'ilze@inbox.lv'),
    person('ilze b', 'ilze@gmail.com'),
    ['name_email'],
  ],
  ['the same name alone', person('Nagy Anna', 'a@gmail.com'), person('Nagy Anna', 'b@freemail.hu'), []],
  ['a number that is too short to tell', person('A', '12345'), person('B', '12345'), []],
  ['nameless at one free mail', person('', 'x@gmail.com'), person('', 'y@gmail.com'), []],
])('%s', (_, one, other, expected) => {
  expect(likenesses(one, other)).toEqual(expected);
  expect(likenesses(other, one)).toEqual(expected);
});
