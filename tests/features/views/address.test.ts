import { expect, test } from 'vitest';
import { placeToText } from '@/domain/view/view';
import { hitPlaceToText, readListAddress } from '@/features/views/address';

const place = { activityAt: new Date('2026-03-02T09:00:00Z'), id: '0195f0a2-7c1b-7000-8000-0123456789ab' };

test('without a word the address is that of my work, from the top', () => {
  expect(readListAddress({})).toEqual({ kind: 'view', view: 'mine', after: null, before: null });
});

test('a view and a place in it are read', () => {
  expect(readListAddress({ view: 'open', after: placeToText(place) })).toEqual({
    kind: 'view',
    view: 'open',
    after: place,
    before: null,
  });
});

test('what cannot be understood counts as not said', () => {
  expect(readListAddress({ view: '__proto__', after: "' or 1=1", before: ['x', 'y'] })).toEqual({
    kind: 'view',
    view: 'mine',
    after: null,
    before: null,
  });
});

test('a search goes before a view, and its place says how the hit was found', () => {
  const after = { step: 'words' as const, ...place };
  expect(readListAddress({ q: '  kettle ', view: 'open', after: hitPlaceToText(after) })).toEqual({
    kind: 'search',
    q: 'kettle',
    after,
  });
  expect(readListAddress({ q: 'kettle', after: `nonsense.${placeToText(place)}` })).toMatchObject({
    after: null,
  });
});

test('an empty search is none, and an endless one is cut', () => {
  expect(readListAddress({ q: '   ' })).toMatchObject({ kind: 'view' });
  expect(readListAddress({ q: ['x'.repeat(5_000)] })).toMatchObject({ q: 'x'.repeat(200) });
});
