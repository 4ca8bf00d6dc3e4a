import { expect, test } from 'vitest';
import { type AfterSolution, firstContact } from '@/domain/metrics/fcr';

const quiet = { replies: 1, reopenedAfter: null, genuinelyReopenedAfter: null, repeatedAfter: null };
/** The seven eligible tickets of contracts G.4. */
const TICKETS: AfterSolution[] = [
  quiet,
  { ...quiet, reopenedAfter: 0.4 },
  { ...quiet, replies: 2 },
  { ...quiet, replies: 2, reopenedAfter: 3, genuinelyReopenedAfter: 3 },
  { ...quiet, repeatedAfter: 5 },
  quiet,
  { ...quiet, reopenedAfter: 10, genuinelyReopenedAfter: 10 },
];

const sums = (days: number) =>
  TICKETS.map((ticket) => firstContact(ticket, days)).reduce(
    (sum, { a, b, bGenuine, c, d }) =>
      [sum[0] + a, sum[1] + b, sum[2] + bGenuine, sum[3] + c, sum[4] + d] as const,
    [0, 0, 0, 0, 0] as readonly [number, number, number, number, number],
  );

test('the dataset of contracts G.4 gives 5, 5, 6, 5 and 4 of 7 within seven days', () => {
  expect(sums(7)).toEqual([5, 5, 6, 5, 4]);
});

test('within fourteen days the ticket that came back on the tenth fails all but the single answer', () => {
  expect(sums(14)).toEqual([5, 4, 5, 4, 3]);
});
