import { expect, test } from 'vitest';
import {
  agendaGroup,
  type Callback,
  claimCallback,
  closeCallback,
  isKeepable,
  isOpen,
  recordAttempt,
  requestCallback,
  rescheduleCallback,
  startAttempt,
  stopAttempt,
} from '@/domain/phone/callback';

const now = new Date('2026-03-27T09:00:00Z');
const window = { start: new Date('2026-03-27T13:00:00Z'), end: new Date('2026-03-27T15:00:00Z') };

function asked(over: Partial<Callback> = {}): Callback {
  const made = requestCallback({ id: 'c', window, timeZone: 'Europe/Budapest', maxAttempts: 3, at: now });
  if (!made.ok) throw new Error(made.error.code);
  return { ...made.value, ...over };
}

const tried = (outcome: 'no_answer' | 'reached' | 'wrong_number', at: string, isStaffed = () => true) => ({
  outcome,
  at: new Date(at),
  spacingMinutes: 60,
  isStaffed,
});

test('a callback is due at the end of its window, and not before its beginning', () => {
  expect(asked()).toMatchObject({
    status: 'scheduled',
    notBefore: window.start,
    dueAt: window.end,
    attempts: 0,
  });
  const atOnce = { start: now, end: new Date('2026-03-27T09:30:00Z') };
  const made = requestCallback({ id: 'c', window: atOnce, timeZone: 'Europe/Riga', maxAttempts: 3, at: now });
  expect(made).toMatchObject({ ok: true, value: { status: 'requested' } });
});

test.each([
  ['that is over', '2026-03-27T07:00:00Z', '2026-03-27T09:00:00Z'],
  ['without length', '2026-03-27T13:00:00Z', '2026-03-27T13:00:00Z'],
  ['longer than a day', '2026-03-27T13:00:00Z', '2026-03-28T13:00:01Z'],
  ['more than two months ahead', '2026-06-27T13:00:00Z', '2026-06-27T14:00:00Z'],
])('a window %s cannot be kept', (_, start, end) => {
  expect(isKeepable({ start: new Date(start), end: new Date(end) }, now)).toBe(false);
});

test('after an attempt without success it is tried again within the window', () => {
  const next = recordAttempt(asked(), tried('no_answer', '2026-03-27T13:10:00Z'));
  expect(next).toMatchObject({
    ok: true,
    value: {
      status: 'scheduled',
      attempts: 1,
      notBefore: new Date('2026-03-27T14:10:00Z'),
      dueAt: window.end,
    },
  });
});

test('else in the same hours of the next day by the customer’s clock, also where the clocks change', () => {
  const friday = asked();
  const isStaffed = ({ start }: { start: Date }) => ![0, 6].includes(start.getUTCDay());
  const next = recordAttempt(
    friday,
    tried('no_answer', '2026-03-27T14:30:00Z', () => true),
  );
  expect(next).toMatchObject({ ok: true, value: { windowStart: new Date('2026-03-28T13:00:00Z') } });
  const monday = recordAttempt(friday, { ...tried('no_answer', '2026-03-27T14:30:00Z'), isStaffed });
  // Summer time began on Sunday: 14:00 in Budapest is 12:00 UTC now.
  expect(monday).toMatchObject({
    ok: true,
    value: { windowStart: new Date('2026-03-30T12:00:00Z'), windowEnd: new Date('2026-03-30T14:00:00Z') },
  });
});

test('where nobody is ever there, the next day is taken', () => {
  const next = recordAttempt(
    asked(),
    tried('no_answer', '2026-03-27T14:30:00Z', () => false),
  );
  expect(next).toMatchObject({ ok: true, value: { windowStart: new Date('2026-03-28T13:00:00Z') } });
});

test('a window over midnight keeps its length on the next day', () => {
  const late = { windowStart: new Date('2026-03-27T22:00:00Z'), windowEnd: new Date('2026-03-28T00:00:00Z') };
  const next = recordAttempt(asked(late), tried('no_answer', '2026-03-27T23:30:00Z'));
  expect(next).toMatchObject({
    ok: true,
    value: { windowStart: new Date('2026-03-28T22:00:00Z'), windowEnd: new Date('2026-03-29T00:00:00Z') },
  });
});

test('reached is done; a wrong number, or the last attempt, is failed', () => {
  const at = '2026-03-27T13:10:00Z';
  expect(recordAttempt(asked(), tried('reached', at))).toMatchObject({
    value: { status: 'done', attempts: 1 },
  });
  expect(recordAttempt(asked(), tried('wrong_number', at))).toMatchObject({ value: { status: 'failed' } });
  expect(recordAttempt(asked({ attempts: 2 }), tried('no_answer', at))).toMatchObject({
    value: { status: 'failed', attempts: 3, closedAt: new Date(at) },
  });
});

test('what is closed stays closed', () => {
  const done = asked({ status: 'done' });
  const refused = { ok: false, error: { code: 'callback.closed' } };
  expect(recordAttempt(done, tried('reached', '2026-03-27T13:10:00Z'))).toEqual(refused);
  expect(claimCallback(done, 'me')).toEqual(refused);
  expect(startAttempt(done, 'me')).toEqual(refused);
  expect(rescheduleCallback(done, { window, at: now })).toEqual(refused);
  expect(closeCallback(done, { as: 'cancelled', at: now })).toEqual(refused);
});

test('claiming, dialling, moving and calling off', () => {
  expect(claimCallback(asked(), 'me')).toMatchObject({ value: { assigneeId: 'me' } });
  expect(startAttempt(asked(), 'me')).toMatchObject({ value: { status: 'dialing', assigneeId: 'me' } });
  expect(startAttempt(asked({ assigneeId: 'her' }), null)).toMatchObject({ value: { assigneeId: 'her' } });
  const later = { start: new Date('2026-04-01T08:00:00Z'), end: new Date('2026-04-01T09:00:00Z') };
  expect(rescheduleCallback(asked({ attempts: 1 }), { window: later, at: now })).toMatchObject({
    value: { status: 'scheduled', attempts: 1, dueAt: later.end, notBefore: later.start },
  });
  expect(rescheduleCallback(asked(), { window: { start: now, end: now }, at: now })).toEqual({
    ok: false,
    error: { code: 'callback.window' },
  });
  expect(closeCallback(asked(), { as: 'cancelled', at: now })).toMatchObject({
    value: { status: 'cancelled', closedAt: now },
  });
  expect(['requested', 'scheduled', 'dialing'].every((status) => isOpen(status as 'requested'))).toBe(true);
  expect(isOpen('expired')).toBe(false);
});

test.each([
  ['2026-03-27T08:00:00Z', '2026-03-27T08:59:00Z', 'overdue'],
  ['2026-03-27T08:00:00Z', '2026-03-27T10:00:00Z', 'now'],
  ['2026-03-27T20:00:00Z', '2026-03-27T21:00:00Z', 'today'],
  ['2026-03-27T22:30:00Z', '2026-03-27T23:30:00Z', 'tomorrow'],
  ['2026-03-29T08:00:00Z', '2026-03-29T10:00:00Z', 'later'],
])('the agenda goes by the reader’s day: %s to %s is %s in Riga', (start, end, group) => {
  const callback = { notBefore: new Date(start), dueAt: new Date(end) };
  expect(agendaGroup(callback, { now, timeZone: 'Europe/Riga' })).toBe(group);
});

test('a customer who was never rung is owed the call as before', () => {
  const dialling = startAttempt(asked(), 'u');
  if (!dialling.ok) throw new Error(dialling.error.code);
  expect(stopAttempt(dialling.value)).toEqual(asked({ status: 'scheduled', assigneeId: 'u' }));
  expect(stopAttempt(asked({ status: 'done' })).status).toBe('done');
});
