import { describe, expect, test } from 'vitest';
import { stateOf } from '@/domain/sla/clock';
import { comeUnder, firstStatus, NOTHING_YET, type Past, repromise } from '@/domain/sla/promise';
import { type SlaPromises, settle } from '@/domain/sla/settle';
import type { TicketEvent } from '@/domain/ticket/ticket';
import { aClock, MINUTE, monday, office } from './given';

const of = (minutes: number) => ({
  target: minutes * MINUTE,
  hours: office,
  pauseOn: [],
  warnBefore: 0,
  escalateAfter: null,
  webhookAfter: null,
  silenceIsKept: false,
});
const stand = { ...NOTHING_YET, clocks: [aClock(60)] };
const open = (time: string) => ({ at: monday(time), status: 'open' as const });

const customer = {
  type: 'message.added',
  message: { direction: 'inbound', automated: null, thanks: false, author: { kind: 'customer' } },
} as unknown as TicketEvent;
const past: Past[] = [
  { event: { type: 'ticket.created' }, at: monday('09:00') },
  { event: customer, at: monday('09:00') },
];

describe('other promises', () => {
  test('move open clocks, and cancel what is no longer promised', () => {
    const moved = repromise(stand, { promises: { first_reply: of(120) } }, open('09:30'));
    expect(moved.clocks[0]?.dueAt).toEqual(monday('11:00'));
    const [gone] = repromise(stand, { promises: {}, reason: 'spam' }, open('09:30')).clocks;
    expect(gone).toMatchObject({ cancelledAt: monday('09:30'), reason: 'spam' });
  });

  test('pause a clock that stands in a status in which they do not count', () => {
    const promises = { first_reply: { ...of(60), pauseOn: ['open' as const] } };
    const [paused] = repromise(stand, { promises }, open('09:30')).clocks;
    expect(paused && stateOf(paused)).toBe('paused');
  });
});

describe('promises that were not given before', () => {
  const promises: SlaPromises = { first_reply: of(60), resolution: of(240) };
  const come = (time: string, from = NOTHING_YET) =>
    comeUnder(from, { promises, past, status: 'new' }, monday(time)).clocks;

  test('count from the beginning of the ticket', () => {
    expect(come('09:30').map(({ metric, dueAt }) => [metric, dueAt])).toEqual([
      ['resolution', monday('13:00')],
      ['first_reply', monday('10:00')],
    ]);
  });

  test('are late from now where they would have been late before', () => {
    const late = come('12:00').find(({ metric }) => metric === 'first_reply');
    expect(late).toMatchObject({ breachedAt: monday('12:00'), reason: 'policy_changed' });
  });

  test('leave late what was late under an earlier promise', () => {
    const before = aClock(30, { cancelledAt: monday('10:00'), breachedAt: monday('09:30') });
    const back = come('09:40', { ...NOTHING_YET, clocks: [before] });
    expect(back.find(({ metric }) => metric === 'first_reply')?.breachedAt).toEqual(monday('09:30'));
  });
});

test('a ticket began in the status that its first change left', () => {
  const change = { type: 'ticket.status_changed', from: 'open', to: 'solved' } as const;
  expect(firstStatus([...past, { event: change, at: monday('10:00') }])).toBe('open');
  expect(firstStatus(past, 'pending')).toBe('pending');
});

test('a part of another ticket that comes under a policy later still owes no first reply', () => {
  const split: Past = {
    event: { type: 'ticket.split_off', fromId: 'other', fromNumber: 1, unansweredSince: null },
    at: monday('09:00'),
  };
  const begun: Past[] = [{ event: { type: 'ticket.created' }, at: monday('09:00') }, split];
  const given = {
    promises: { first_reply: of(60), next_reply: of(60) },
    past: begun,
    status: 'new' as const,
  };
  const come = comeUnder(NOTHING_YET, given, monday('10:00'));
  expect(come.clocks).toMatchObject([
    { metric: 'first_reply', reason: 'split', cancelledAt: monday('09:00') },
  ]);
  const asked = settle(come, { events: [customer], status: 'open', at: monday('11:00') });
  expect(asked.clocks.at(-1)).toMatchObject({ metric: 'next_reply', dueAt: monday('12:00') });
});
