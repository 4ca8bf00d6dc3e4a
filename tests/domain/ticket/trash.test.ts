import { expect, it } from 'vitest';
import { isAside, isTrashed, placeOf } from '@/domain/ticket/trash';

const at = new Date(0);

it.each([
  [{ spam: false }, null],
  [{ spam: false, trashedAt: null }, null],
  [{ spam: true }, 'spam'],
  [{ spam: false, trashedAt: at }, 'trash'],
  [{ spam: true, trashedAt: at }, 'trash'],
] as const)('%o lies in %s', (ticket, place) => {
  expect(placeOf(ticket)).toBe(place);
  expect(isAside(ticket)).toBe(place !== null);
  expect(isTrashed({ trashedAt: null, ...ticket })).toBe(place === 'trash');
});
