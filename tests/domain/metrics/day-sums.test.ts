import { expect, test } from 'vitest';
import { dayChanges, dimensionValues, type PlacedFact } from '@/domain/metrics/day-sums';
import { NO_DIMENSIONS, valuesOf } from '@/domain/metrics/facts';

const fact: PlacedFact = {
  ...NO_DIMENSIONS,
  ...{ kind: 'reply', sequence: 0, at: new Date('2026-03-02T10:00:00Z'), day: '2026-03-02', hour: 11 },
  ...{ ticketId: 't', customerId: 'c', excluded: null, tagIds: ['x', 'y'], teamId: 'blue' },
  values: valuesOf('reply', { message_out: 1, reply_wait: 90 }),
};

test('a fact counts for everything, for each of its tags, and once for every other dimension', () => {
  const places = dimensionValues(fact).map(([dimension, value]) => `${dimension} ${value}`);
  expect(places).toContain('team blue');
  expect(places.filter((place) => place.startsWith('tag'))).toEqual(['tag x', 'tag y']);
});

test('what comes and goes again changes nothing', () => {
  expect(
    dayChanges([
      { fact, sign: 1 },
      { fact, sign: -1 },
    ]),
  ).toEqual([]);
});

test('count, sum and squares of each measure are added', () => {
  const sums = dayChanges([{ fact, sign: 1 }]).filter(({ dimension }) => dimension === 'all');
  expect(sums).toEqual([
    { measure: 'message_out', dimension: 'all', value: '', day: '2026-03-02', count: 1, sum: 1, squares: 1 },
    {
      measure: 'reply_wait',
      dimension: 'all',
      value: '',
      day: '2026-03-02',
      count: 1,
      sum: 90,
      squares: 8100,
    },
  ]);
});

test('what is excluded is nowhere', () => {
  expect(dayChanges([{ fact: { ...fact, excluded: 'spam' }, sign: 1 }])).toEqual([]);
});
