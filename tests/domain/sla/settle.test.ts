import { describe, expect, test } from 'vitest';
import { openHours } from '@/domain/sla/business-time';
import { elapsedAt, type SlaMetric, stateOf } from '@/domain/sla/clock';
import { repromise } from '@/domain/sla/promise';
import { type SlaPromises, type SlaStand, settle } from '@/domain/sla/settle';
import type { NewMessage, TicketEvent, TicketStatus } from '@/domain/ticket/ticket';

const MINUTE = 60_000;
const OFFICE = [{ from: 540, to: 1020 }];
const hours = openHours({
  timeZone: 'Europe/Budapest',
  week: [[], OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, []],
  holidays: new Map(),
  extraDays: new Map(),
});

const promises = (first: number, next: number, rest: [number, number, number]): SlaPromises => {
  const of = (minutes: number, pauseOn: TicketStatus[] = []) => ({
    target: minutes * MINUTE,
    hours,
    pauseOn,
    warnBefore: 60 * MINUTE,
    escalateAfter: null,
    webhookAfter: null,
    silenceIsKept: false,
  });
  return {
    first_reply: of(first),
    next_reply: of(next),
    requester_wait: of(rest[0], ['pending']),
    agent_work: of(rest[1], ['pending', 'on_hold']),
    resolution: of(rest[2]),
  };
};
const NORMAL = promises(120, 240, [960, 480, 1440]);
const HIGH = promises(60, 120, [480, 240, 960]);

const message = (over: Partial<NewMessage>) =>
  ({
    type: 'message.added',
    message: { automated: null, thanks: false, author: { kind: 'user' }, ...over },
  }) as TicketEvent;
const customer = message({
  direction: 'inbound',
  author: { kind: 'customer', id: 'anna', name: 'Anna', address: '' },
});
const reply = message({ direction: 'outbound' });
const note = message({ direction: 'note' });
const acknowledgement = message({ direction: 'outbound', author: { kind: 'system', name: '', address: '' } });
const to = (from: TicketStatus, status: TicketStatus): TicketEvent => ({
  type: 'ticket.status_changed',
  from,
  to: status,
});

const local = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+01:00`);

/** The timeline T1 (contracts H.5), told up to and including `until`. */
function told(until: Date): SlaStand {
  const story: [Date, TicketStatus, TicketEvent[] | SlaPromises][] = [
    [local(16, '16:30'), 'new', [{ type: 'ticket.created' }, customer]],
    [local(16, '16:31'), 'new', [acknowledgement]],
    [local(17, '09:20'), 'new', [note]],
    [local(17, '10:00'), 'new', [reply, to('new', 'pending')]],
    [local(17, '11:00'), 'pending', [customer, to('pending', 'open')]],
    [local(17, '12:00'), 'open', HIGH],
    [local(17, '12:30'), 'open', [to('open', 'on_hold')]],
    [local(17, '13:20'), 'on_hold', [reply]],
    [local(17, '16:00'), 'on_hold', [to('on_hold', 'open')]],
    [local(18, '09:45'), 'open', [reply, to('open', 'solved')]],
    [local(19, '10:00'), 'solved', [customer, to('solved', 'open')]],
    [local(19, '11:00'), 'open', [reply, to('open', 'solved')]],
  ];
  let stand: SlaStand = { clocks: [], promises: NORMAL, replied: false };
  for (const [at, status, what] of story) {
    if (at > until) break;
    stand = Array.isArray(what)
      ? settle(stand, { events: what, status, at })
      : repromise(stand, { promises: what }, { at, status });
  }
  return settle(stand, { events: [], status: 'open', at: until });
}

const clock = (stand: SlaStand, metric: SlaMetric, sequence = 1) => {
  const found = stand.clocks.find((each) => each.metric === metric && each.sequence === sequence);
  if (!found) throw new Error(`no ${metric} ${sequence}`);
  return found;
};
const elapsed = (at: Date, metric: SlaMetric, sequence = 1) =>
  elapsedAt(clock(told(at), metric, sequence), at) / MINUTE;
const dueAt = (at: Date, metric: SlaMetric, sequence = 1) => clock(told(at), metric, sequence).dueAt;

describe('the timeline of a week, by the minute', () => {
  test('the first reply is due two open hours after it came, over the night', () => {
    expect(dueAt(local(16, '16:30'), 'first_reply')).toEqual(local(17, '10:30'));
  });

  test('neither an acknowledgement nor a note answers anybody', () => {
    expect(stateOf(clock(told(local(17, '09:20')), 'first_reply'))).toBe('running');
  });

  test('the reply at ten o’clock took 90 open minutes', () => {
    const at = local(17, '10:00');
    expect(stateOf(clock(told(at), 'first_reply'))).toBe('met');
    for (const metric of ['first_reply', 'requester_wait', 'agent_work', 'resolution'] as const) {
      expect(elapsed(at, metric)).toBe(90);
    }
  });

  test('while we wait for the customer only the resolution counts on', () => {
    const at = local(17, '11:00');
    expect(
      ['requester_wait', 'agent_work', 'resolution'].map((metric) => elapsed(at, metric as SlaMetric)),
    ).toEqual([90, 90, 150]);
    expect(dueAt(at, 'next_reply')).toEqual(local(17, '15:00'));
    expect(dueAt(at, 'requester_wait')).toEqual(local(19, '09:30'));
  });

  test('a raised priority keeps what has been counted and shortens what is left', () => {
    const at = local(17, '12:00');
    expect(dueAt(at, 'next_reply')).toEqual(local(17, '13:00'));
    expect(dueAt(at, 'requester_wait')).toEqual(local(18, '09:30'));
    expect(elapsed(at, 'resolution')).toBe(210);
    expect(stateOf(clock(told(at), 'first_reply'))).toBe('met');
  });

  test('on hold the work of the agent pauses, the wait of the requester does not', () => {
    const at = local(17, '12:30');
    expect(stateOf(clock(told(at), 'agent_work'))).toBe('paused');
    expect(stateOf(clock(told(at), 'requester_wait'))).toBe('running');
    expect(elapsed(local(17, '13:20'), 'agent_work')).toBe(180);
  });

  test('a missed next reply is late from its due instant, and stays late when it is answered', () => {
    const late = clock(told(local(17, '13:20')), 'next_reply');
    expect(late.breachedAt).toEqual(local(17, '13:00'));
    expect(stateOf(late)).toBe('missed');
    expect(elapsed(local(17, '13:20'), 'next_reply')).toBe(140);
    expect(elapsed(local(17, '13:20'), 'requester_wait')).toBe(230);
  });

  test('used up exactly at closing time, it is late only after that', () => {
    expect(dueAt(local(17, '16:00'), 'agent_work')).toEqual(local(17, '17:00'));
    expect(clock(told(local(17, '17:00')), 'agent_work').breachedAt).toBeNull();
    expect(clock(told(local(17, '17:01')), 'agent_work').breachedAt).toEqual(local(17, '17:00'));
  });

  test('solved on Wednesday: what was met and what was not', () => {
    const at = local(18, '09:45');
    expect(elapsed(at, 'requester_wait')).toBe(495);
    expect(elapsed(at, 'agent_work')).toBe(285);
    expect(elapsed(at, 'resolution')).toBe(555);
    const stand = told(at);
    expect(clock(stand, 'requester_wait').breachedAt).toEqual(local(18, '09:30'));
    expect(stateOf(clock(stand, 'agent_work'))).toBe('missed');
    expect(stateOf(clock(stand, 'resolution'))).toBe('met');
  });

  test('reopened on Thursday: the old clocks count on, and a second next reply is due', () => {
    const at = local(19, '10:00');
    expect(dueAt(at, 'next_reply', 2)).toEqual(local(19, '12:00'));
    expect(elapsed(at, 'resolution')).toBe(555);
    const end = local(19, '11:00');
    expect(elapsed(end, 'next_reply', 2)).toBe(60);
    expect([elapsed(end, 'requester_wait'), elapsed(end, 'agent_work'), elapsed(end, 'resolution')]).toEqual([
      555, 345, 615,
    ]);
  });

  test('three of six promises were kept', () => {
    const states = told(local(19, '11:00')).clocks.map(
      (each) => `${each.metric} ${each.sequence} ${stateOf(each)}`,
    );
    expect(states.sort()).toEqual([
      'agent_work 1 missed',
      'first_reply 1 met',
      'next_reply 1 missed',
      'next_reply 2 met',
      'requester_wait 1 missed',
      'resolution 1 met',
    ]);
  });
});
