import { expect, test } from 'vitest';
import { type MergedFields, mergedFields, unmergedFields } from '@/domain/customer/merge';

const EMPTY: MergedFields = {
  givenName: null,
  familyName: null,
  locale: null,
  timeZone: null,
  note: '',
  organizationId: null,
  tierId: null,
  externalId: null,
  readsShared: true,
  blockedAt: null,
  blockedReason: '',
};
const rankOf = (tier: string | null) => ({ gold: 1, silver: 2 })[tier ?? ''] ?? 99;

test('a survivor keeps its word and takes over what it lacks; the higher tier and a block win', () => {
  const target = { ...EMPTY, locale: 'hu', note: 'Own', tierId: 'silver' };
  const blockedAt = new Date(0);
  const source = {
    ...EMPTY,
    locale: 'lv',
    note: 'Other',
    tierId: 'gold',
    ...{ blockedAt, blockedReason: 'threats', readsShared: false },
  };
  expect(mergedFields(target, source, rankOf)).toEqual({
    ...EMPTY,
    locale: 'hu',
    note: 'Own\n\nOther',
    tierId: 'gold',
    ...{ blockedAt, blockedReason: 'threats', readsShared: false },
  });
});

test('undoing gives back what was, but for what somebody has changed since', () => {
  const before = { ...EMPTY, locale: 'hu' };
  const after = mergedFields(before, { ...EMPTY, timeZone: 'Europe/Riga', note: 'Other' }, rankOf);
  expect(unmergedFields(after, { before, after })).toEqual(before);
  const now = { ...after, note: 'Mine' };
  expect(unmergedFields(now, { before, after })).toEqual({ ...before, note: 'Mine' });
});
