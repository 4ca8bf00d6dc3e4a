import { expect, test } from 'vitest';
import { duePlaceToText, placeToText } from '@/domain/view/view';
import { hitPlaceToText, readListAddress } from '@/features/views/address';

const place = { activityAt: new Date('2026-03-02T09:00:00Z'), id: '0195f0a2-7c1b-7000-8000-0123456789ab' };

const TOP = { kind: 'view', sort: 'activity', board: false, after: null, before: null };

test('without a word the address is that of my work, from the top', () => {
  expect(readListAddress({})).toEqual({ ...TOP, view: 'mine' });
});

test('a view and a place in it are read', () => {
  expect(readListAddress({ view: 'open', after: placeToText(place) })).toEqual({
    ...TOP,
    view: 'open',
    after: place,
  });
});

test('views of open work stand as a board when that is asked for', () => {
  expect(readListAddress({ view: 'team', layout: 'board' })).toEqual({ ...TOP, view: 'team', board: true });
  expect(readListAddress({ view: 'solved', layout: 'board' })).toEqual({ ...TOP, view: 'solved' });
});

test('what cannot be understood counts as not said', () => {
  expect(readListAddress({ view: '__proto__', after: "' or 1=1", before: ['x', 'y'] })).toEqual({
    ...TOP,
    view: 'mine',
  });
});

test('what is due next is an order with places of its own, both ways, and may be narrowed', () => {
  const due = { nextDueAt: new Date('2026-03-02T09:00:00Z'), id: place.id };
  const never = { nextDueAt: null, id: place.id };
  const asked = readListAddress({ view: 'open', sort: 'due', due: 'late', after: duePlaceToText(due) });
  expect(asked).toEqual({ kind: 'view', view: 'open', sort: 'due', span: 'late', after: due, before: null });
  const back = readListAddress({ sort: 'due', due: 'some day', before: duePlaceToText(never) });
  expect(back).toEqual({ kind: 'view', view: 'mine', sort: 'due', span: null, after: null, before: never });
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
