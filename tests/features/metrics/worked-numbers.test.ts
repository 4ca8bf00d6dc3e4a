import { expect, test } from 'vitest';
import { countWorkspace } from '@/features/metrics/commands/count-changes';
import { metricOverview } from '@/features/metrics/queries';
import { logCall } from '@/features/phone/commands/log-call';
import { logCallInput } from '@/features/phone/inputs';
import { setAvailability } from '@/features/routing/commands/set-availability';
import { caller, keyOf } from '../api/calls';
import { newChatWorld } from '../chat/chat-world';
import { type Life, liveTickets, rowsLike } from './histories';
import { newNumbers } from './support';

const at = (month: number, day: number, minutes = 0) =>
  new Date(Date.UTC(2026, month - 1, day, 9) + minutes * 60_000);
const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));

/** A desk on the morning of the last day of the year, a ticket of which others are copies, and the API to read numbers by. */
async function newYear() {
  const numbers = await newNumbers('2026-12-31T08:00:00Z');
  const { world, agent, owner } = numbers.desk;
  const { ticketId } = await world.ticket(agent, { kind: 'inbound' });
  await numbers.desk.change(ticketId, { spam: true });
  const call = caller(await keyOf(owner, ['insights:read']));
  const read = async (metrics: string, month: number) => {
    await numbers.count();
    const last = new Date(Date.UTC(2026, month, 0)).toISOString().slice(0, 10);
    const period = `from=${last.slice(0, 8)}01&to=${last}&compared=none&hours=calendar`;
    const { json } = await call(`/metrics?metrics=${metrics}&${period}`);
    return json.data as {
      value: number;
      count: number;
      interval: { low: number; high: number };
      spread: object;
    }[];
  };
  return {
    ...numbers,
    world,
    agent,
    ticketId,
    call,
    read,
    live: (lives: Life[]) => liveTickets(world, ticketId, lives),
  };
}

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
  const { live, read, world } = await newYear();
  const ids = await live(times(25, (): Life => ({ createdAt: at(6, 2) })));
  const { workspaceId, db } = world;
  const clock = (index: number) => ({
    ...{
      workspaceId,
      id: crypto.randomUUID(),
      ticketId: ids[index % 25] ?? '',
      metric: 'next_reply' as const,
    },
    ...{ sequence: index + 1, target: 1, startedAt: at(6, 2), consumed: 0 },
  });
  await db.slaClock.createMany({
    data: [
      ...times(188, (index) => ({ ...clock(index), fulfilledAt: at(6, 3) })),
      ...times(5, (index) => ({ ...clock(188 + index), breachedAt: at(6, 3), fulfilledAt: at(6, 4) })),
      ...times(7, (index) => ({ ...clock(193 + index), breachedAt: at(6, 3) })),
      ...times(9, (index) => ({ ...clock(200 + index), dueAt: at(12, 31), runningSince: at(6, 2) })),
      ...times(9, (index) => ({ ...clock(209 + index), breachedAt: at(6, 3), cancelledAt: at(6, 4) })),
    ],
  });
  const [sla] = await read('sla', 6);
  expect(sla).toMatchObject({ value: 0.94, count: 200 });
  expect(sla?.interval.low).toBeCloseTo(0.898, 3);
  expect(sla?.interval.high).toBeCloseTo(0.965, 3);
});

test('350 tickets by the channel on which they began (contracts G.11)', async () => {
  const { live, count, call } = await newYear();
  const many = { email: 180, chat: 90, phone: 60, social: 20 };
  await live(
    Object.entries(many).flatMap(([channel, number]) =>
      times(number, (): Life => ({ createdAt: at(7, 8), channel })),
    ),
  );
  await count();
  const { json } = await call('/metrics/created/split?from=2026-07-01&to=2026-07-31&by=channel');
  expect(json.data.map(({ group, value }: { group: string; value: number }) => [group, value])).toEqual(
    Object.entries(many),
  );
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
  const [replies] = await read('replies_per_resolution', 8);
  expect([replies?.value, replies?.count]).toEqual([2.1, 600]);
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
  const [moved] = await read('transfer_rate', 9);
  expect([moved?.value, moved?.count]).toEqual([0.12, 350]);
});

test('three calls take 330 seconds on average: talk, hold and what follows (contracts G.7)', async () => {
  const { read, agent } = await newYear();
  for (const [talkSeconds, holdSeconds, wrapUpSeconds] of [
    [240, 30, 60],
    [300, 0, 90],
    [180, 60, 30],
  ]) {
    const call = { direction: 'inbound', outcome: 'completed', number: '06 30 123 4567', name: 'Anna' };
    await logCall(agent, logCallInput.parse({ ...call, talkSeconds, holdSeconds, wrapUpSeconds }));
  }
  const values = await read('call_handle,call_talk,call_hold,call_wrap_up', 12);
  expect(values.map(({ value }) => value * 60)).toEqual([330, 240, 30, 60]);
});

test('156 of 195 calls within 20 seconds; who hangs up at once was never offered (contracts G.13, G.20)', async () => {
  const { read, agent, world } = await newYear();
  const input = logCallInput.parse({
    direction: 'inbound',
    outcome: 'completed',
    number: '06 30 123 4567',
    talkSeconds: 60,
  });
  const logged = await logCall(agent, input);
  if (!logged.ok) throw new Error(logged.error.code);
  const { db, workspaceId } = world;
  const call = await db.callLog.findFirstOrThrow({ where: { workspaceId } });
  const row = (completion: string, waitSeconds: number) => ({
    ...{
      id: crypto.randomUUID(),
      completion,
      waitSeconds,
      startedAt: at(10, 6),
      endedAt: at(10, 6, 5),
      messageId: null,
    },
    timeToAnswer: completion === 'completed' ? waitSeconds : null,
  });
  await rowsLike(db, 'CallLog', call.id, [
    ...times(156, (index) => row('completed', 1 + (index % 20))),
    ...times(24, () => row('completed', 21)),
    ...times(15, () => row('abandoned_in_queue', 40)),
    ...times(5, () => row('abandoned_in_queue', 9)),
  ]);
  const [level, left, wait] = await read('call_service_level,call_abandonment,call_wait', 10);
  expect([level?.value, level?.count, left?.count, wait?.count]).toEqual([0.8, 195, 195, 180]);
  expect(left?.value).toBeCloseTo(0.0769, 4);
});

test('300 minutes of calls in 390 of taking work and 480 paid ones: 76.9 % and 62.5 % (contracts G.12)', async () => {
  const { read, agent, world } = await newYear();
  await setAvailability(agent, { state: 'online' });
  world.pass(300 * 60);
  const input = {
    direction: 'inbound',
    outcome: 'completed',
    number: '06 30 123 4567',
    talkSeconds: 300 * 60,
  };
  await logCall(agent, logCallInput.parse(input));
  world.pass(90 * 60);
  await setAvailability(agent, { state: 'break' });
  world.pass(90 * 60);
  await setAvailability(agent, { state: 'offline' });
  const [busy, paid] = await read('occupancy,time_with_customers', 12);
  expect(busy?.value).toBeCloseTo(0.769, 3);
  expect(paid?.value).toBe(0.625);
});

test('of 200 chats 20 were left, 5 of them at once: 15 of 195 (contracts G.13)', async () => {
  const world = await newChatWorld();
  const manager = await world.member({ role: 'manager' });
  await world.chatting();
  const { db, workspaceId } = world;
  const chat = await db.chatSession.findFirstOrThrow({ where: { workspaceId } });
  const createdAt = new Date(world.now().getTime() - 3_600_000);
  const after = (seconds: number) => new Date(createdAt.getTime() + seconds * 1000);
  const row = (taken: boolean, seconds: number) => ({
    ...{ id: crypto.randomUUID(), clientId: crypto.randomUUID(), state: 'ended', createdAt },
    ...(taken
      ? { acceptedAt: after(seconds), endedAt: after(600), waitedMs: seconds * 1000 }
      : { endedAt: after(seconds) }),
  });
  const rows = [
    ...times(180, () => row(true, 12)),
    ...times(15, () => row(false, 40)),
    ...times(5, () => row(false, 9)),
  ];
  await rowsLike(db, 'ChatSession', chat.id, rows);
  await countWorkspace(world, workspaceId);
  const period = { from: '2000-01-01', to: '2999-12-31' };
  const [left, level] = await metricOverview(manager, ['chat_abandonment', 'chat_service_level'], { period });
  expect([left?.count, level?.value]).toEqual([195, 180 / 195]);
  expect(left?.value).toBeCloseTo(0.0769, 4);
});
