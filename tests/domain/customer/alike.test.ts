import { expect, test } from 'vitest';
import { type Comparable, likenesses } from '@/domain/customer/alike';
import { isFreeMail, mailDomain } from '@/domain/customer/free-mail';
import { type MergedFields, mergedFields, unmergedFields } from '@/domain/customer/merge';

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

test('domains are told from what is none, and free mail from firms', () => {
  expect(mailDomain(' @Firma.HU ')).toBe('firma.hu');
  expect(mailDomain('info@bērziņš.lv')).toBe('bērziņš.lv');
  expect(['firma', 'a b.hu', 'http://x.hu', ''].map(mailDomain)).toEqual([null, null, null, null]);
  expect(['gmail.com', 'freemail.hu', 'inbox.lv', 'firma.hu'].map(isFreeMail)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

const EMPTY: MergedFields = {
  givenName: null,
  familyName: null,
  locale: null,
  timeZone: null,
  note: '',
  organizationId: null,
  tierId: null,
  externalId: null,
  attributes: {},
  readsShared: true,
  blockedAt: null,
  blockedReason: '',
};
const rankOf = (tier: string | null) => ({ gold: 1, silver: 2 })[tier ?? ''] ?? 99;

test('a survivor keeps its word and takes over what it lacks; the higher tier and a block win', () => {
  const target = { ...EMPTY, locale: 'hu', note: 'Own', tierId: 'silver', attributes: { size: 'M' } };
  const blockedAt = new Date(0);
  const source = {
    ...EMPTY,
    locale: 'lv',
    note: 'Other',
    tierId: 'gold',
    attributes: { size: 'L', shoe: 42 },
    ...{ blockedAt, blockedReason: 'threats', readsShared: false },
  };
  expect(mergedFields(target, source, rankOf)).toEqual({
    ...EMPTY,
    locale: 'hu',
    note: 'Own\n\nOther',
    tierId: 'gold',
    attributes: { size: 'M', shoe: 42 },
    ...{ blockedAt, blockedReason: 'threats', readsShared: false },
  });
});

test('undoing gives back what was, but for what somebody has changed since', () => {
  const before = { ...EMPTY, locale: 'hu', attributes: { size: 'M' } };
  const after = mergedFields(
    before,
    { ...EMPTY, timeZone: 'Europe/Riga', note: 'Other', attributes: { shoe: 42 } },
    rankOf,
  );
  expect(unmergedFields(after, { before, after })).toEqual(before);
  const now = { ...after, note: 'Mine', attributes: { ...after.attributes, shoe: 43 } };
  expect(unmergedFields(now, { before, after })).toEqual({
    ...before,
    note: 'Mine',
    attributes: { size: 'M', shoe: 43 },
  });
});
