import { expect, test, vi } from 'vitest';
import { recordFocus } from '@/features/focus/commands/record-focus';
import { saveMetricSettings } from '@/features/metrics/commands/save-metric-settings';
import { sweepSla } from '@/features/sla/commands/sweep-sla';
import { bothWays } from './both-ways';
import { type Life, liveTickets } from './histories';
import { newNumbers } from './support';

const at = (month: number, day: number, minutes = 0) =>
  new Date(Date.UTC(2026, month - 1, day, 9) + minutes * 60_000);
const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));

/** A desk at the beginning of the year, whose numbers are read on its last day. */
async function newYear() {
  const { desk } = await newNumbers('2026-01-05T08:00:00Z');
  const { world, owner } = desk;
  const { call, read, split } = await bothWays(world, owner);
  const atTheEnd = <Given extends unknown[], Value>(reads: (...given: Given) => Promise<Value>) => {
    return (...given: Given) => {
      if (world.now() < NEW_YEARS_EVE) desk.until(NEW_YEARS_EVE);
      return reads(...given);
    };
  };
  return {
    ...{ desk, world, call, read: atTheEnd(read), split: atTheEnd(split) },
    live: (lives: Life[]) => liveTickets(desk, lives),
  };
}

const NEW_YEARS_EVE = new Date('2026-12-31T08:00:00Z');

// Hundreds of tickets live through the commands, one after the other.
vi.setConfig({ testTimeout: 120_000 });

test('middle, slowest tenth and slowest twentieth of ten first answers, by continuous percentiles (contracts G)', async () => {
  const { live, read } = await newYear();
  const minutes = [5, 8, 12, 15, 20, 30, 45, 60, 240, 1440];
  await live(minutes.map((each) => ({ createdAt: at(2, 3), answers: [at(2, 3, each)] })));
  const [first] = await read('first_response', 2);
  expect(first).toMatchObject({
    value: 187.5,
    count: 10,
    spread: { median: 25, p90: expect.closeTo(360, 6), p95: expect.closeTo(900, 6), estimated: false },
  });
});

test('the backlog is what was there, plus new, plus reopened, minus solved: 144 (contracts G.8)', async () => {
  const { live, read, call } = await newYear();
  const open = times(120, (): Life => ({ createdAt: at(2, 10) }));
  const back = times(14, (): Life => ({ createdAt: at(2, 1), turns: [at(2, 2), at(3, 9)] }));
  const fresh = times(310, (index): Life => ({ createdAt: at(3, 1 + (index % 20)) }));
  const solved = [...open, ...fresh].map(
    (life, index): Life => (index < 300 ? { ...life, turns: [at(3, 25)] } : life),
  );
  await live([...back, ...solved]);
  const [backlog, created, gone] = await read('backlog,created,solved', 3);
  expect([backlog?.value, created?.value, gone?.value]).toEqual([144, 310, 300]);
  const { json } = await call('/metrics/backlog/series?from=2026-03-01&to=2026-03-31&bucket=day');
  const points = json.lines[0].points.map(({ value }: { value: number }) => value);
  expect([points[0], points[8], points[30]]).toEqual([120 + 16, 120 + 9 * 16 + 14, 144]);
});

test('how old the backlog is, at the end of a period', async () => {
  const { live, read } = await newYear();
  await live([{ createdAt: at(4, 1) }, { createdAt: at(4, 21) }, { createdAt: at(4, 2), turns: [at(4, 3)] }]);
  const [age] = await read('backlog_age', 4);
  // Midnight in Budapest.
  const end = Date.UTC(2026, 3, 30, 22);
  expect(age?.value).toBeCloseTo((end - (at(4, 1).getTime() + at(4, 21).getTime()) / 2) / 60_000, 3);
});

test('12 of 150 tickets came back, 15 times together (contracts G.9)', async () => {
  const { live, read } = await newYear();
  const solvedAt = at(5, 5, 60);
  const once = [solvedAt, at(5, 6), at(5, 7)];
  const turns = (index: number) => {
    if (index < 3) return [...once, at(5, 8), at(5, 9)];
    return index < 12 ? once : [solvedAt];
  };
  await live(times(150, (index): Life => ({ createdAt: at(5, 5), turns: turns(index) })));
  const [rate, each] = await read('reopen_rate,reopens_per_ticket', 5);
  expect([rate?.value, rate?.count, each?.value]).toEqual([0.08, 150, 0.1]);
});

test('188 clocks were met and 12 missed; what runs and what was given up counts nowhere (contracts G.10)', async () => {
  const { desk, live, read, world } = await newYear();
  await desk.policy(await desk.calendar({ standard: true }), { normal: { first_reply: 60 } });
  const waiting = await live([
    ...times(188, (): Life => ({ createdAt: at(6, 2), answers: [at(6, 2, 30)] })),
    ...times(5, (): Life => ({ createdAt: at(6, 2), answers: [at(6, 2, 90)] })),
    ...times(16, (): Life => ({ createdAt: at(6, 2) })),
  ]);
  await sweepSla({ db: world.db, newId: desk.agent.newId }, at(6, 2, 100));
  // Late, and given up afterwards: nobody was promised anything.
  for (const id of waiting.slice(-9)) await desk.change(id, { spam: true });
  await live(times(9, (): Life => ({ createdAt: at(6, 2, 120) })));
  const [sla, first] = await read('sla,sla_first_reply', 6);
  expect(sla).toMatchObject({ value: 0.94, count: 200 });
  expect(first).toMatchObject({ value: 0.94, count: 200 });
  expect(sla?.interval.low).toBeCloseTo(0.898, 3);
  expect(sla?.interval.high).toBeCloseTo(0.965, 3);
});

test('1 260 answers for 600 solutions, and 42 of 350 tickets went to another team (contracts G.17, G.19)', async () => {
  const { live, read } = await newYear();
  const answers = (count: number) => times(count, (index) => at(8, 4, index + 1));
  await live(
    times(
      600,
      (index): Life => ({ createdAt: at(8, 4), answers: answers(index < 60 ? 3 : 2), turns: [at(8, 5)] }),
    ),
  );
  await live(
    times(
      350,
      (index): Life => ({
        createdAt: at(9, 1),
        turns: [at(9, 2)],
        ...(index < 42 && { movedAt: at(9, 1, 30) }),
      }),
    ),
  );
  const [replies] = await read('replies_per_resolution', 8);
  expect([replies?.value, replies?.count]).toEqual([2.1, 600]);
  const [moved] = await read('transfer_rate', 9);
  expect([moved?.value, moved?.count]).toEqual([0.12, 350]);
});

test('one answer sufficed for 3 of 4 solutions (contracts G.18)', async () => {
  const { live, read } = await newYear();
  const turns = [at(3, 5)];
  const answers = (count: number) => times(count, (index) => at(3, 4, index));
  await live([1, 1, 1, 2].map((count): Life => ({ createdAt: at(3, 4), answers: answers(count), turns })));
  const [touched, silent] = await read('one_touch,no_reply', 3);
  expect([touched?.value, touched?.count, silent?.value]).toEqual([0.75, 4, 0]);
});

test('three sessions of 120, 45 and 200 seconds are 365 seconds of work on a ticket (contracts G.7b)', async () => {
  const { desk, live, read, world } = await newYear();
  await saveMetricSettings(desk.owner, { measureFocus: true });
  const [ticketId = ''] = await live([{ createdAt: at(4, 7) }]);
  for (const seconds of [120, 45, 200]) {
    const sessionId = desk.agent.newId();
    for (let told = 0; told < seconds; ) {
      const more = Math.min(30, seconds - told);
      told += more;
      world.pass(more);
      await recordFocus(desk.agent, { beats: [{ sessionId, ticketId, seconds: told }] });
    }
  }
  await desk.change(ticketId, { status: 'solved' });
  const [handled] = await read('ticket_handle', 4);
  expect(Math.round((handled?.value ?? 0) * 60)).toBe(365);
});

test('created on Monday at half past four, answered on Tuesday at ten: 90 open minutes, 1050 by the wall clock (contracts G.5)', async () => {
  const { desk, live, read, call } = await newYear();
  await desk.calendar({ standard: true });
  const local = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+01:00`);
  await live([{ createdAt: local(16, '16:30'), answers: [local(17, '10:00')] }]);
  const [wall] = await read('first_response', 11);
  expect([wall?.value, wall?.count]).toEqual([1050, 1]);
  const { json } = await call('/metrics?metrics=first_response&from=2026-11-01&to=2026-11-30&hours=business');
  expect(json.data).toMatchObject([{ value: 90, hours: 'business' }]);
});
