import { describe, expect, test } from 'vitest';
import { type HelpVisitFacts, isDeflected, selfService } from '@/domain/metrics/deflection';

const HOUR = 3_600_000;
const visit = (over: Partial<HelpVisitFacts> = {}): HelpVisitFacts => ({
  intentAt: 0,
  seenAt: 1000,
  ticketsAt: [],
  ...over,
});

describe('a visit is deflected', () => {
  test.each([
    ['wanted something, saw an answer, opened no ticket', visit(), true],
    ['a ticket after 24 hours is another matter', visit({ ticketsAt: [24 * HOUR] }), true],
    ['a ticket before is another matter', visit({ ticketsAt: [-1] }), true],
    ['a ticket within 24 hours, by any channel', visit({ ticketsAt: [23 * HOUR] }), false],
    ['saw nothing', visit({ seenAt: null }), false],
    ['only read', visit({ intentAt: null }), false],
  ])('%s', (_, facts, is) => expect(isDeflected(facts)).toBe(is));
});

test('320 who began the form, 96 of them gone after an article and without a ticket: 30 %', () => {
  const visits = [
    ...Array.from({ length: 96 }, () => visit()),
    ...Array.from({ length: 150 }, () => visit({ ticketsAt: [HOUR] })),
    ...Array.from({ length: 74 }, () => visit({ seenAt: null })),
  ];
  expect(selfService(visits, 0)).toMatchObject({
    withIntent: 320,
    deflected: 96,
    deflection: 0.3,
    ratio: null,
  });
});

test('4,000 visits beside 1,000 tickets are 4 to 1, and reading alone deflects nothing', () => {
  const visits = Array.from({ length: 4000 }, () => visit({ intentAt: null }));
  expect(selfService(visits, 1000)).toEqual({
    sessions: 4000,
    withIntent: 0,
    deflected: 0,
    deflection: null,
    ratio: 4,
  });
});
