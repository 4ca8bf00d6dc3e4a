import { describe, expect, test } from 'vitest';
import { type SlaClock, stateOf } from '@/domain/sla/clock';
import { type SlaPromises, type SlaStand, settle } from '@/domain/sla/settle';
import type { TicketEvent, TicketStatus } from '@/domain/ticket/ticket';
import { MINUTE, monday, office } from './given';

const of = (minutes: number) => ({
  target: minutes * MINUTE,
  hours: office,
  pauseOn: [],
  warnBefore: 0,
  escalateAfter: null,
  webhookAfter: null,
  silenceIsKept: false,
});
const promises: SlaPromises = { first_reply: of(60), next_reply: of(120), resolution: of(480) };

const message = (direction: 'inbound' | 'outbound', kind: 'customer' | 'user') =>
  ({
    type: 'message.added',
    message: { direction, automated: null, thanks: false, author: { kind } },
  }) as unknown as TicketEvent;
const asks = message('inbound', 'customer');
const replies = message('outbound', 'user');
const created: TicketEvent = { type: 'ticket.created' };
const tookOver = (time: string | null): TicketEvent => ({
  type: 'ticket.took_over',
  ticketId: 'other',
  number: 7,
  unansweredSince: time && monday(time).toISOString(),
});
const splitOff = (time: string | null): TicketEvent => ({
  type: 'ticket.split_off',
  fromId: 'other',
  fromNumber: 7,
  unansweredSince: time && monday(time).toISOString(),
});
const solved: TicketEvent = { type: 'ticket.status_changed', from: 'open', to: 'solved' };

type Told = readonly (readonly [string, ...TicketEvent[]])[];

function told(story: Told, given: SlaPromises = promises): Map<string, SlaClock> {
  const status: TicketStatus = 'open';
  let stand: SlaStand = { clocks: [], promises: given, replied: false };
  for (const [time, ...events] of story) stand = settle(stand, { events, status, at: monday(time) });
  return new Map(stand.clocks.map((clock) => [`${clock.metric} ${clock.sequence}`, clock]));
}

describe('a ticket that takes over another one', () => {
  test('owes the next reply from when the other customer asked', () => {
    const clocks = told([
      ['09:00', created, asks],
      ['09:30', replies],
      ['10:30', tookOver('10:00')],
    ]);
    expect(clocks.get('next_reply 1')).toMatchObject({
      startedAt: monday('10:00'),
      dueAt: monday('12:00'),
      breachedAt: null,
    });
  });

  test('keeps the older question of its own', () => {
    const clocks = told([
      ['09:00', created, asks],
      ['09:30', replies],
      ['09:40', asks],
      ['10:30', tookOver('10:00')],
    ]);
    expect(clocks.get('next_reply 1')?.startedAt).toEqual(monday('09:40'));
    expect(clocks.has('next_reply 2')).toBe(false);
  });

  test('counts from the other question where that is older than its own', () => {
    const clocks = told([
      ['09:00', created, asks],
      ['09:30', replies],
      ['10:20', asks],
      ['10:30', tookOver('10:00')],
    ]);
    expect(clocks.get('next_reply 1')).toMatchObject({ startedAt: monday('10:00'), dueAt: monday('12:00') });
    expect(clocks.has('next_reply 2')).toBe(false);
  });

  test('keeps its own first reply, which the same answer will give', () => {
    const clocks = told([
      ['09:30', created, asks],
      ['09:40', tookOver('09:00')],
    ]);
    expect([...clocks.keys()]).toEqual(['resolution 1', 'first_reply 1']);
    expect(clocks.get('first_reply 1')?.startedAt).toEqual(monday('09:30'));
  });

  test('is late from the merge where the customer has waited too long already', () => {
    const clocks = told([
      ['09:00', created, asks],
      ['09:10', replies],
      ['14:00', tookOver('09:30')],
    ]);
    expect(clocks.get('next_reply 1')).toMatchObject({
      dueAt: monday('14:00'),
      breachedAt: monday('14:00'),
      reason: 'taken_over',
    });
  });

  test('owes nothing more where the other one was answered', () => {
    const clocks = told([
      ['09:00', created, asks],
      ['09:10', replies],
      ['14:00', tookOver(null)],
    ]);
    expect(clocks.has('next_reply 1')).toBe(false);
  });
});

describe('a ticket that was split off', () => {
  test('owes no first reply, and its solution from the split', () => {
    const clocks = told([['10:00', created, splitOff(null)]]);
    expect(clocks.get('first_reply 1')).toMatchObject({ cancelledAt: monday('10:00'), reason: 'split' });
    expect(clocks.get('resolution 1')).toMatchObject({
      startedAt: monday('10:00'),
      dueAt: new Date('2026-11-17T10:00:00+01:00'),
    });
  });

  test('owes the next reply when the customer writes, or waits already', () => {
    const later = told([
      ['10:00', created, splitOff(null)],
      ['11:00', asks],
    ]);
    expect(later.get('next_reply 1')?.dueAt).toEqual(monday('13:00'));
    expect(later.has('first_reply 2')).toBe(false);
    const waiting = told([['10:00', created, splitOff('09:30')]]);
    expect(waiting.get('next_reply 1')).toMatchObject({ startedAt: monday('09:30'), dueAt: monday('11:30') });
  });
});

describe('a ticket that is solved without a reply', () => {
  const state = (given: SlaPromises) => {
    const clock = told(
      [
        ['09:00', created, asks],
        ['09:20', solved],
      ],
      given,
    ).get('first_reply 1');
    return clock && [stateOf(clock), clock.reason];
  };

  test('leaves the reply out of the count, or counts it as kept where the policy says so', () => {
    expect(state(promises)).toEqual(['uncounted', 'no_reply']);
    expect(state({ first_reply: { ...of(60), silenceIsKept: true } })).toEqual(['met', 'silence_kept']);
  });
});

describe('a call that was answered', () => {
  const answered: TicketEvent = { type: 'call.answered', callId: 'call' };

  test('is a first reply given at once, and a reply to what was asked before', () => {
    const called = told([['09:00', created, answered]]);
    expect(called.get('first_reply 1')).toMatchObject({ fulfilledAt: monday('09:00'), consumed: 0 });
    const after = told([
      ['09:00', created, asks],
      ['09:30', answered],
    ]);
    expect(after.get('first_reply 1')).toMatchObject({ fulfilledAt: monday('09:30'), consumed: 30 * MINUTE });
  });

  test('asks for no other reply', () => {
    const clocks = told([
      ['09:00', created, asks],
      ['09:10', replies],
      ['09:30', answered],
    ]);
    expect(clocks.has('next_reply 1')).toBe(false);
  });
});
