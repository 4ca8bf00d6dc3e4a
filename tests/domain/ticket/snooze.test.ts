import { expect, test } from 'vitest';
import { receiveMessage } from '@/domain/ticket/receive';
import { sleepsUntil } from '@/domain/ticket/snooze';
import { updateTicket, wakeTicket } from '@/domain/ticket/update';
import { aMessage, aTicket, intake, NOON, zsofia } from './given';

const EVENING = new Date(NOON.getTime() + 6 * 3_600_000);
const NEXT_DAY = new Date(NOON.getTime() + 24 * 3_600_000);
const now = { by: zsofia, at: NOON };
const asleep = (status: 'pending' | 'on_hold') => aTicket({ status, snoozedUntil: EVENING });

test.each([
  ['new', 'pending'],
  ['open', 'pending'],
  ['solved', 'pending'],
  ['pending', 'pending'],
  ['on_hold', 'on_hold'],
] as const)('a ticket that is %s sleeps as %s', (status, then) => {
  const change = updateTicket(aTicket({ status }), { snoozedUntil: EVENING }, now);
  if (!change.ok) throw new Error(change.error.code);
  expect(change.value.after).toMatchObject({ status: then, snoozedUntil: EVENING });
  expect(change.value.events).toContainEqual({ type: 'ticket.snoozed', until: EVENING.toISOString() });
});

test('a closed ticket does not', () => {
  expect(updateTicket(aTicket({ status: 'closed' }), { snoozedUntil: EVENING }, now)).toMatchObject({
    ok: false,
    error: { code: 'ticket.closed' },
  });
});

test('another time is a fact of its own, the same time is none', () => {
  expect(updateTicket(asleep('pending'), { snoozedUntil: NEXT_DAY }, now)).toMatchObject({
    value: { events: [{ type: 'ticket.snoozed', until: NEXT_DAY.toISOString() }] },
  });
  expect(updateTicket(asleep('pending'), { snoozedUntil: new Date(EVENING) }, now)).toMatchObject({
    value: { events: [] },
  });
});

test('waking it by hand opens it, and so does any status but waiting', () => {
  expect(updateTicket(asleep('on_hold'), { snoozedUntil: null }, now)).toMatchObject({
    value: { after: { status: 'open', snoozedUntil: null } },
  });
  expect(updateTicket(asleep('pending'), { status: 'solved' }, now)).toMatchObject({
    value: { after: { status: 'solved', snoozedUntil: null } },
  });
  expect(updateTicket(asleep('pending'), { status: 'on_hold' }, now)).toMatchObject({
    value: { after: { status: 'on_hold', snoozedUntil: EVENING } },
  });
  expect(updateTicket(aTicket({ status: 'pending' }), { snoozedUntil: null }, now)).toMatchObject({
    value: { after: { status: 'pending' }, events: [] },
  });
  expect(updateTicket(asleep('pending'), { status: 'pending', snoozedUntil: null }, now)).toMatchObject({
    value: { after: { status: 'pending', snoozedUntil: null } },
  });
});

test.each(['pending', 'on_hold'] as const)('what the customer writes wakes it when it is %s', (status) => {
  const message = aMessage({ direction: 'inbound' });
  const { after } = receiveMessage(asleep(status), { message, by: intake, at: NOON });
  expect(after.status).toBe('open');
  expect(sleepsUntil(after)).toBeNull();
});

test('a machine wakes nobody', () => {
  const message = aMessage({ direction: 'inbound', automated: 'auto_reply' });
  const { after } = receiveMessage(asleep('pending'), { message, by: intake, at: NOON });
  expect(sleepsUntil(after)).toEqual(EVENING);
});

test('when the time has come it is open and on top, and whoever chose the time is named', () => {
  const { after, events } = wakeTicket(asleep('on_hold'), { by: zsofia, at: EVENING, snoozedBy: 'zsofia' });
  expect(after).toMatchObject({ status: 'open', snoozedUntil: null, activityAt: EVENING });
  expect(events).toEqual([
    { type: 'ticket.woken', snoozedBy: 'zsofia' },
    { type: 'ticket.status_changed', from: 'on_hold', to: 'open' },
  ]);
});
