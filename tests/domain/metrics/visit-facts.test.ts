import { expect, test } from 'vitest';
import { NO_DIMENSIONS } from '@/domain/metrics/facts';
import { type PastVisit, visitFacts } from '@/domain/metrics/visit-facts';

const startedAt = new Date('2026-03-02T10:00:00Z');
const intentAt = startedAt.getTime() + 1000;
const about = { ticketId: null, customerId: null, dimensions: NO_DIMENSIONS, spam: false };
const values = (over: Partial<PastVisit>) =>
  visitFacts({ ...about, startedAt, intentAt, seenAt: intentAt + 1000, ticketsAt: [], ...over }).map(
    (fact) => [fact.at.getTime(), ...fact.values],
  );

test('a visit that wanted something and found an article helped itself, unless a ticket follows within a day', () => {
  expect(values({})).toEqual([[intentAt, 1, 1]]);
  expect(values({ seenAt: null })).toEqual([[intentAt, 1, 0]]);
  expect(values({ ticketsAt: [intentAt + 3_600_000] })).toEqual([[intentAt, 1, 0]]);
  expect(values({ ticketsAt: [intentAt + 25 * 3_600_000] })).toEqual([[intentAt, 1, 1]]);
});

test('who only reads wanted nothing, and is counted as no visit', () => {
  expect(values({ intentAt: null })).toEqual([]);
});
