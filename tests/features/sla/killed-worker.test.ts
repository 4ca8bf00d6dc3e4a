import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { comeUnderPolicies } from '@/features/sla/commands/come-under-policies';
import { sweepSla } from '@/features/sla/commands/sweep-sla';
import { factsOf, newDesk, rulesVersionOf, type World } from './support';

/** Runs a worker until it is in the middle of a transaction, and kills it there as a lack of memory would. */
async function killedInTheMiddle(...told: readonly string[]): Promise<void> {
  const worker = spawn(
    process.execPath,
    [
      'node_modules/tsx/dist/cli.mjs',
      '--conditions=react-server',
      'tests/features/sla/worker-until-killed.ts',
      ...told,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  const [said] = await Promise.race([once(worker.stdout, 'data'), once(worker, 'exit')]);
  expect(String(said)).toBe('in the middle\n');
  process.kill(-(worker.pid ?? 0), 'SIGKILL');
  await once(worker, 'exit');
}

const CLOCKS = 1200;
const DUE = '2019-11-18T10:00:00.000Z';
const LATER = new Date('2019-11-18T11:00:00.000Z');

/** Clocks on three tickets of one assignee, due on a day before those of all other tests. */
async function withDueClocks() {
  const desk = await newDesk('2019-11-18T08:00:00Z');
  const { world, agent } = desk;
  const { workspaceId, db } = world;
  const tickets: string[] = [];
  for (let index = 0; index < 3; index++) {
    tickets.push((await world.ticket(agent, { assigneeId: agent.actor.id })).ticketId);
  }
  await db.slaClock.createMany({
    data: Array.from({ length: CLOCKS }, (_, index) => ({
      workspaceId,
      id: crypto.randomUUID(),
      ticketId: tickets[index % tickets.length] ?? '',
      metric: 'next_reply' as const,
      sequence: index + 1,
      target: 3_600_000,
      startedAt: new Date('2019-11-18T09:00:00Z'),
      consumed: 0,
      runningSince: new Date('2019-11-18T09:00:00Z'),
      dueAt: new Date(DUE),
      sweepAt: new Date(new Date(DUE).getTime() + 1),
    })),
  });
  return { world, tickets };
}

const missedIn = async (world: World, tickets: readonly string[]) => {
  const facts = await Promise.all(tickets.map((id) => factsOf(world, id, 'sla.target_missed')));
  return facts.flat().map(({ data }) => (data as { sequence: number }).sequence);
};

test('a worker that is killed in the middle of a sweep loses and doubles nothing', {
  timeout: 60_000,
}, async () => {
  const { world, tickets } = await withDueClocks();
  const { workspaceId, db } = world;
  const versions = () => db.ticket.findMany({ where: { workspaceId }, select: { id: true, version: true } });
  const before = await versions();
  // Each portion makes 500 notices and a mail: the 700th id belongs to the second of three.
  await killedInTheMiddle('sweep', LATER.toISOString(), '700');
  expect(await missedIn(world, tickets)).toHaveLength(500);

  // The server needs a moment to see that nobody is there, and lets go of what was locked.
  const sweep = () => sweepSla({ db, newId: () => crypto.randomUUID() }, LATER);
  await expect.poll(sweep, { timeout: 20_000 }).toBe(CLOCKS - 500);
  const missed = await missedIn(world, tickets);
  expect([missed.length, new Set(missed).size]).toEqual([CLOCKS, CLOCKS]);
  const late = await db.slaClock.count({ where: { workspaceId, level: 2, breachedAt: new Date(DUE) } });
  expect(late).toBe(CLOCKS);
  expect(await db.outgoingMail.count({ where: { workspaceId } })).toBe(3);

  const steps = (await versions()).reduce((sum, ticket) => sum + ticket.version, 0);
  const stepsBefore = before.reduce((sum, ticket) => sum + ticket.version, 0);
  const [jobs] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from jobs.job
    where name = 'ticket.changed' and data->>'workspaceId' = ${workspaceId}`;
  expect(steps - stepsBefore).toBe(9);
  expect(jobs?.count).toBe(9 + stepsBefore);
});

test('one that is killed while open tickets come under edited policies goes on where it was', {
  timeout: 60_000,
}, async () => {
  const desk = await newDesk('2026-11-16T08:00:00Z');
  const calendarId = await desk.calendar();
  const id = await desk.policy(calendarId, { normal: { first_reply: 240 } });
  const tickets: string[] = [];
  for (let index = 0; index < 8; index++) tickets.push((await desk.world.ticket(desk.agent)).ticketId);
  await desk.policy(calendarId, { normal: { first_reply: 60 } }, { id });
  const rulesVersion = await rulesVersionOf(desk);
  const { workspaceId, db } = desk.world;
  const at = desk.world.now().toISOString();
  await killedInTheMiddle('policies', at, '5', workspaceId, String(rulesVersion));

  const left = await comeUnderPolicies(desk.world.system('schedule'), { rulesVersion });
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(8);
  for (const ticketId of tickets) {
    expect(await factsOf(desk.world, ticketId, 'sla.recalculated')).toHaveLength(1);
  }
  const due = await db.slaClock.count({
    where: { workspaceId, dueAt: new Date('2026-11-16T09:00:00Z'), cancelledAt: null },
  });
  expect(due).toBe(8);
});
