import { expect, test } from 'vitest';
import { FACT_KINDS, type Fact, type FactKind } from '@/domain/metrics/facts';
import { ticketFacts } from '@/domain/metrics/ticket-facts';
import type { PastEvent, TicketPast } from '@/domain/metrics/ticket-past';
import { event, minute, moves, pastOf, says } from './given';

const RULES = {
  fcrDays: 7,
  thanksReopen: false,
  businessMinutes: (_: string | null, from: Date, to: Date) => (to.getTime() - from.getTime()) / 120_000,
};

function counted(events: readonly PastEvent[], over: Partial<TicketPast> = {}) {
  const facts = ticketFacts(pastOf(events, over), RULES);
  return (kind: FactKind) => facts.filter((fact) => fact.kind === kind).map(named);
}

const named = ({ kind, values, ...fact }: Fact) => ({
  ...fact,
  ...Object.fromEntries(FACT_KINDS[kind].map((name, index) => [name, values[index]])),
});

test('the first answer is timed from the creation, later ones from the oldest question', () => {
  const of = counted([says(0, 'asks'), says(90, 'answers'), says(100, 'asks'), says(240, 'answers again')]);
  expect(of('reply')).toMatchObject([
    { first_reply: 90, first_reply_business: 45, reply_wait: 90, agentId: 'emma' },
    { first_reply: null, reply_wait: 140, reply_wait_business: 70 },
  ]);
});

test('a ticket that we began has no first answer and no first contact to resolve', () => {
  const of = counted([
    says(0, 'answers'),
    says(5, 'asks'),
    says(9, 'answers again'),
    moves(9, 'open', 'solved'),
  ]);
  expect(of('reply').map((reply) => reply)).toMatchObject([{ first_reply: null }, { first_reply: null }]);
  expect(of('first_solution')).toMatchObject([{ fcr_a: null, reopened: 0 }]);
});

test('a solved ticket tells what was waited for, and how often somebody answered', () => {
  const of = counted([
    says(0, 'asks'),
    says(10, 'answers'),
    moves(10, 'new', 'pending'),
    moves(40, 'pending', 'on_hold'),
    event(50, 'ticket.team_changed', { from: 'blue', to: 'red' }),
    moves(60, 'on_hold', 'solved'),
  ]);
  expect(of('solution')).toMatchObject([
    {
      ...{
        at: minute(60),
        full_solution: 60,
        requester_wait: 30,
        agent_wait: 10,
        pending_time: 30,
        on_hold_time: 20,
      },
      ...{ replies: 1, one_touch: 1, transferred: 1, no_reply: 0 },
    },
  ]);
});

test('a reopened ticket keeps its solution, and the next one extends it', () => {
  const story = [says(0, 'asks'), moves(60, 'new', 'solved'), moves(90, 'solved', 'open')];
  const open = counted(story);
  expect(open('first_solution')).toMatchObject([{ first_solution: 60, reopened: 1, fcr_b_genuine: 0 }]);
  expect(open('solution')).toMatchObject([{ at: minute(60), full_solution: 60 }]);
  const again = counted([...story, moves(200, 'open', 'solved')]);
  expect(again('first_solution')).toEqual(open('first_solution'));
  expect(again('solution')).toMatchObject([{ at: minute(200), full_solution: 200, requester_wait: 170 }]);
});

const DAY = 24 * 60;

test('what comes back after the days in which it may is another episode, and the past stays as it was', () => {
  const once = [says(0, 'asks'), says(30, 'answers'), moves(60, 'new', 'solved')];
  const kept = counted(once);
  const later = [
    ...[says(90 * DAY, 'asks again'), moves(90 * DAY, 'solved', 'open')],
    event(90 * DAY + 10, 'ticket.team_changed', { from: 'blue', to: 'red' }),
    ...[says(90 * DAY + 20, 'answers again'), moves(90 * DAY + 40, 'open', 'solved')],
  ];
  const [before, after] = [
    counted(once, { dimensions: { ...pastOf([]).dimensions, teamId: 'blue' } }),
    counted([...once, ...later], { dimensions: { ...pastOf([]).dimensions, teamId: 'red' } }),
  ];
  for (const kind of ['first_solution', 'solution'] as const) {
    expect(after(kind)[0]).toEqual(before(kind)[0]);
    expect(kept(kind)).toHaveLength(1);
  }
  expect(after('first_solution')).toMatchObject([
    { first_solution: 60, fcr_a: 1, fcr_d: 1, reopened: 0 },
    { sequence: 1, at: minute(90 * DAY + 40), first_solution: 40, fcr_a: 1, fcr_d: 1, reopened: 0 },
  ]);
  expect(after('solution')).toMatchObject([
    { full_solution: 60, requester_wait: 60, replies: 1, transferred: 0 },
    { full_solution: 40, requester_wait: 40, replies: 1, one_touch: 1, transferred: 1 },
  ]);
});

test('a chain of reopenings, each within the days, is one episode', () => {
  const of = counted([
    ...[says(0, 'asks'), moves(60, 'new', 'solved'), moves(5 * DAY, 'solved', 'open')],
    ...[
      moves(6 * DAY, 'open', 'solved'),
      moves(12 * DAY, 'solved', 'open'),
      moves(13 * DAY, 'open', 'solved'),
    ],
  ]);
  expect(of('solution')).toMatchObject([{ full_solution: 13 * DAY }]);
  expect(of('first_solution')).toMatchObject([{ reopened: 1, reopens: 1 }]);
});

test('spam counts nowhere but in the identity of the backlog', () => {
  const facts = ticketFacts(pastOf([says(0, 'asks'), says(5, 'answers')], { spam: true }), RULES);
  expect(facts.filter(({ excluded }) => excluded === null).map(({ kind }) => kind)).toEqual([]);
  expect(facts.map(({ excluded }) => excluded)).toContain('spam');
});

test('a ticket counts for the first team that got it', () => {
  const of = counted([says(0, 'asks'), event(3, 'ticket.team_changed', { from: null, to: 'blue' })], {
    dimensions: { ...pastOf([]).dimensions, teamId: 'blue' },
  });
  expect(of('created')).toMatchObject([{ teamId: 'blue', created: 1 }]);
});

test('a promise that came to something counts for whom the ticket stood with then', () => {
  const of = counted(
    [says(0, 'asks'), event(3, 'ticket.assigned', { from: null, to: 'emma' }), says(9, 'answers')],
    {
      promises: [
        { kept: 0, at: minute(5) },
        { kept: 1, at: minute(9) },
      ],
    },
  );
  expect(of('promise')).toMatchObject([
    { at: minute(5), kept_promises: 0 },
    { at: minute(9), kept_promises: 1, agentId: 'emma' },
  ]);
});
