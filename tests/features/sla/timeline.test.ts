import { describe, expect, test } from 'vitest';
import type { SlaClock, SlaMetric } from '@/domain/sla/clock';
import { clocksOnTicket } from '@/features/sla/clocks-on-ticket';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { noteInput } from '@/features/tickets/inputs';
import { mailSource, takeInMail } from '../../support/mail';
import { ALWAYS, clocksIn, factsOf, newDesk, OFFICE_WEEK, T1 } from './support';

const local = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+01:00`);
const METRICS = ['requester_wait', 'agent_work', 'resolution'] as const;

/** The week of contracts H.5, told through the commands up to and including `until`. */
async function told(until: Date) {
  const desk = await newDesk('2026-11-16T08:00:00Z');
  const { world } = desk;
  await desk.policy(await desk.calendar(), T1);
  desk.until(local(16, '16:30'));
  const { ticketId } = await takeInMail(world, mailSource(world));
  const id = ticketId ?? '';
  const note = noteInput.parse({ ticketId: id, html: '<p>Ask the workshop.</p>' });
  const story: [Date, () => Promise<unknown>][] = [
    [local(17, '09:20'), () => addNoteToTicket(desk.agent, note)],
    [local(17, '10:00'), () => desk.reply(id, 'pending')],
    [local(17, '11:00'), () => desk.customerWrites(id)],
    [local(17, '12:00'), () => desk.change(id, { priority: 'high' })],
    [local(17, '12:30'), () => desk.change(id, { status: 'on_hold' })],
    [local(17, '13:20'), () => desk.reply(id, 'on_hold')],
    [local(17, '16:00'), () => desk.change(id, { status: 'open' })],
    [local(18, '09:45'), () => desk.reply(id, 'solved')],
    [local(19, '10:00'), () => desk.customerWrites(id)],
    [local(19, '11:00'), () => desk.reply(id, 'solved')],
  ];
  for (const [at, happens] of story) {
    if (at > until) break;
    desk.until(at);
    await happens();
  }
  desk.until(until);
  const clocks = await clocksIn(world, id);
  const clock = (metric: SlaMetric, sequence = 1) => {
    const found = clocks.get(`${metric} ${sequence}`);
    if (!found) throw new Error(`no ${metric} ${sequence}`);
    return found;
  };
  return { desk, clock, clocks, elapsed: METRICS.map((metric) => clock(metric).elapsed), ticketId: id };
}

/** Minutes from the start of a clock to its end, whatever its calendar. */
const onTheWall = ({ startedAt, fulfilledAt }: Pick<SlaClock, 'startedAt' | 'fulfilledAt'>) =>
  ((fulfilledAt?.getTime() ?? 0) - startedAt.getTime()) / 60_000;

describe('a week of one ticket, through the commands', () => {
  test('Monday 16:30: the first reply is due on Tuesday at 10:30, at risk from 10:00', async () => {
    const { clock, desk, ticketId } = await told(local(16, '16:31'));
    expect(clock('first_reply')).toMatchObject({
      dueAt: local(17, '10:30'),
      warnAt: local(17, '10:00'),
      state: 'running',
    });
    const acknowledgements = await desk.world.db.message.count({ where: { ticketId, authorKind: 'system' } });
    expect(acknowledgements).toBe(1);
  });

  test('Tuesday 9:20: a note answers nobody', async () => {
    expect((await told(local(17, '09:20'))).clock('first_reply').state).toBe('running');
  });

  test('Tuesday 10:00: the reply took 90 open minutes', async () => {
    const { clock, elapsed } = await told(local(17, '10:00'));
    expect(clock('first_reply')).toMatchObject({ state: 'met', elapsed: 90 });
    expect(onTheWall(clock('first_reply'))).toBe(1050);
    expect(elapsed).toEqual([90, 90, 90]);
  });

  test('Tuesday 11:00: while we waited for the customer only the resolution counted', async () => {
    const { clock, elapsed } = await told(local(17, '11:00'));
    expect(elapsed).toEqual([90, 90, 150]);
    expect(clock('next_reply').dueAt).toEqual(local(17, '15:00'));
    expect(clock('requester_wait').dueAt).toEqual(local(19, '09:30'));
  });

  test('Tuesday 12:00: the raised priority keeps what was counted', async () => {
    const { clock, elapsed } = await told(local(17, '12:00'));
    expect(clock('next_reply').dueAt).toEqual(local(17, '13:00'));
    expect(clock('requester_wait').dueAt).toEqual(local(18, '09:30'));
    expect(elapsed).toEqual([150, 150, 210]);
    expect(clock('first_reply')).toMatchObject({ state: 'met', target: 120 * 60_000, elapsed: 90 });
  });

  test('Tuesday 12:30: on hold the work of the agent pauses', async () => {
    const { clock, elapsed } = await told(local(17, '12:30'));
    expect(elapsed).toEqual([180, 180, 240]);
    expect([clock('agent_work').state, clock('requester_wait').state]).toEqual(['paused', 'running']);
  });

  test('Tuesday 13:20: the next reply was late from 13:00', async () => {
    const { clock, elapsed } = await told(local(17, '13:20'));
    expect(clock('next_reply')).toMatchObject({
      state: 'missed',
      elapsed: 140,
      breachedAt: local(17, '13:00'),
    });
    expect(elapsed[0]).toBe(230);
  });

  test('Tuesday 16:00: the work goes on, and is due at closing time', async () => {
    const { clock, elapsed } = await told(local(17, '16:00'));
    expect(elapsed.slice(0, 2)).toEqual([390, 180]);
    expect(clock('agent_work').dueAt).toEqual(local(17, '17:00'));
  });

  test('Tuesday 17:00: used up to the minute is not late', async () => {
    const { clock } = await told(local(17, '17:00'));
    expect(clock('agent_work')).toMatchObject({ elapsed: 240, breachedAt: null });
  });

  test('Wednesday 9:45: solved, with what was met and what was not', async () => {
    const { clock, elapsed } = await told(local(18, '09:45'));
    expect(elapsed).toEqual([495, 285, 555]);
    expect(clock('requester_wait')).toMatchObject({ state: 'missed', breachedAt: local(18, '09:30') });
    expect(clock('agent_work')).toMatchObject({ state: 'missed', breachedAt: local(17, '17:00') });
    expect(clock('resolution').state).toBe('met');
    expect(onTheWall(clock('resolution'))).toBe(2475);
  });

  test('Wednesday 9:45: it was pending for 60 open minutes and on hold for 210', async () => {
    const { desk, ticketId } = await told(local(18, '09:45'));
    const shown = await clocksOnTicket({ ...desk.agent, now: desk.world.now }, ticketId);
    const paused = (metric: SlaMetric) =>
      (shown?.clocks.find((clock) => clock.metric === metric)?.pausedFor ?? 0) / 60_000;
    expect([paused('requester_wait'), paused('agent_work')]).toEqual([60, 60 + 210]);
  });

  test('Thursday 10:00: reopened, the clocks go on, and a second next reply is due', async () => {
    const { clock, elapsed, desk, ticketId } = await told(local(19, '10:00'));
    const moves = await factsOf(desk.world, ticketId, 'ticket.status_changed');
    expect(moves.filter(({ data }) => (data as { from: string }).from === 'solved')).toHaveLength(1);
    expect(clock('next_reply', 2).dueAt).toEqual(local(19, '12:00'));
    expect(elapsed).toEqual([495, 285, 555]);
  });

  test('Thursday 11:00: three of six promises were kept', async () => {
    const { clock, clocks, elapsed, desk, ticketId } = await told(local(19, '11:00'));
    expect(clock('next_reply', 2)).toMatchObject({ state: 'met', elapsed: 60 });
    expect(elapsed).toEqual([555, 345, 615]);
    expect(onTheWall(clock('resolution'))).toBe(3990);
    const met = [...clocks.values()].filter(({ state }) => state === 'met');
    expect([met.length, clocks.size]).toEqual([3, 6]);
    const ticket = await desk.world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
    expect([ticket.nextDueAt, ticket.nextDueMetric]).toEqual([null, null]);
  });
});

/** When the first reply to a ticket that comes in at `at` is due. */
async function firstReplyDue(
  at: string,
  { minutes, ...calendar }: { minutes: number } & Record<string, unknown>,
) {
  const desk = await newDesk(at);
  await desk.policy(await desk.calendar(calendar), { normal: { first_reply: minutes } });
  const { ticketId } = await desk.world.ticket(desk.agent);
  const clock = async () => (await clocksIn(desk.world, ticketId)).get('first_reply 1');
  return { desk, ticketId, clock, dueAt: (await clock())?.dueAt?.toISOString() };
}

describe('the edges of time, through the commands', () => {
  test('eight hours over the night in which the clock goes back end at six', async () => {
    const riga = { timeZone: 'Europe/Riga', week: ALWAYS };
    const { dueAt } = await firstReplyDue('2026-10-24T23:00:00+03:00', { ...riga, minutes: 480 });
    expect(dueAt).toBe('2026-10-25T04:00:00.000Z');
  });

  test('eight hours over the night in which it goes forward end at eight', async () => {
    const riga = { timeZone: 'Europe/Riga', week: ALWAYS };
    const { dueAt } = await firstReplyDue('2026-03-28T23:00:00+02:00', { ...riga, minutes: 480 });
    expect(dueAt).toBe('2026-03-29T05:00:00.000Z');
  });

  test('the days of the two changes have 25 and 23 hours, and their mornings nine and seven', async () => {
    const riga = { timeZone: 'Europe/Riga', week: ALWAYS, minutes: 6000 };
    const counted = async (midnight: string, hours: number) => {
      const { desk, clock } = await firstReplyDue(midnight, riga);
      desk.world.pass(hours * 3600);
      return (await clock())?.elapsed;
    };
    expect(await counted('2026-10-25T00:00:00+03:00', 9)).toBe(540);
    expect(await counted('2026-10-25T00:00:00+03:00', 25)).toBe(1500);
    expect(await counted('2026-03-29T00:00:00+02:00', 7)).toBe(420);
    expect(await counted('2026-03-29T00:00:00+02:00', 23)).toBe(1380);
  });

  test('a holiday, a weekend and a clock change in a row are passed over', async () => {
    const days = [{ date: '2026-10-23', kind: 'holiday', name: '1956', open: null }];
    const { dueAt } = await firstReplyDue('2026-10-22T16:00:00+02:00', { days, minutes: 480 });
    expect(dueAt).toBe('2026-10-26T15:00:00.000Z');
  });

  test('what comes in on Saturday begins on Monday, and a reply on Saturday took no open time', async () => {
    const { dueAt, desk, ticketId, clock } = await firstReplyDue('2026-11-21T12:00:00+01:00', {
      minutes: 60,
    });
    expect(dueAt).toBe('2026-11-23T09:00:00.000Z');
    desk.world.pass(3600);
    await desk.reply(ticketId);
    const replied = await clock();
    expect(replied).toMatchObject({ elapsed: 0, state: 'met' });
    expect(replied && onTheWall(replied)).toBe(60);
  });

  test('the lunch hour does not count', async () => {
    const day = [
      { from: 540, to: 720 },
      { from: 780, to: 1020 },
    ];
    const week = [[], day, day, day, day, day, []];
    const { dueAt } = await firstReplyDue('2026-11-16T11:30:00+01:00', { week, minutes: 60 });
    expect(dueAt).toBe('2026-11-16T12:30:00.000Z');
  });

  test('two zones open at their own nine o’clock', async () => {
    const budapest = await firstReplyDue('2026-11-16T08:30:00+01:00', { minutes: 60 });
    const riga = await firstReplyDue('2026-11-16T08:30:00+01:00', { minutes: 60, timeZone: 'Europe/Riga' });
    expect([budapest.dueAt, riga.dueAt]).toEqual(['2026-11-16T09:00:00.000Z', '2026-11-16T08:30:00.000Z']);
  });

  test('a worked Saturday counts', async () => {
    const days = [{ date: '2026-11-21', kind: 'extra', name: 'Swapped', open: OFFICE_WEEK[1]?.[0] ?? null }];
    const worked = await firstReplyDue('2026-11-20T16:30:00+01:00', { days, minutes: 120 });
    const free = await firstReplyDue('2026-11-20T16:30:00+01:00', { minutes: 120 });
    expect([worked.dueAt, free.dueAt]).toEqual(['2026-11-21T09:30:00.000Z', '2026-11-23T09:30:00.000Z']);
  });
});
