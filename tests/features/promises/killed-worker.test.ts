import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { makePromise } from '@/features/promises/commands/make-promise';
import { sweepPromises } from '@/features/promises/commands/sweep-promises';
import { promiseInput } from '@/features/promises/inputs';
import { factsOf, newDesk } from '../sla/support';

/** Runs a worker until it is in the middle of the sweep, and kills it there as a lack of memory would. */
async function killedInTheMiddle(...told: readonly string[]): Promise<void> {
  const script = 'tests/features/promises/sweep-until-killed.ts';
  const worker = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', script, ...told],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  const [said] = await Promise.race([once(worker.stdout, 'data'), once(worker, 'exit')]);
  expect(String(said)).toBe('in the middle\n');
  process.kill(-(worker.pid ?? 0), 'SIGKILL');
  await once(worker, 'exit');
}

const TICKETS = 4;
/** A day before those of all other tests. */
const DUE = new Date('2018-11-19T12:00:00Z');
const LATE = new Date('2018-11-19T13:00:00Z');

test('a worker that is killed while it breaks promises has broken none; the next one breaks each once', {
  timeout: 120_000,
}, async () => {
  const desk = await newDesk('2018-11-19T08:00:00Z');
  await desk.calendar({ standard: true });
  const { workspaceId, db } = desk.world;
  const tickets: string[] = [];
  for (let index = 0; index < TICKETS; index++) {
    const { ticketId } = await desk.world.ticket(desk.agent, { assigneeId: desk.agent.actor.id });
    const made = await makePromise(desk.agent, promiseInput.parse({ ticketId, dueAt: DUE }));
    if (!made.ok) throw new Error(made.error.code);
    tickets.push(ticketId);
  }
  const broken = async () =>
    (await Promise.all(tickets.map((id) => factsOf(desk.world, id, 'promise.broken')))).flat();
  // The facts are written by then; all are the same person's, so that they are told in one mail, which takes the one id.
  await killedInTheMiddle(LATE.toISOString(), '1');
  expect(await broken()).toEqual([]);
  expect(await db.ticketPromise.count({ where: { workspaceId, brokenAt: { not: null } } })).toBe(0);

  // The server needs a moment to see that nobody is there, and lets go of what was locked.
  const sweep = () => sweepPromises({ db, newId: () => crypto.randomUUID() }, LATE);
  let swept = 0;
  await expect
    .poll(async () => (swept += await sweep()), { timeout: 20_000 })
    .toBeGreaterThanOrEqual(TICKETS);
  await sweep();
  expect(await broken()).toHaveLength(TICKETS);
  const rows = await db.ticketPromise.findMany({ where: { workspaceId }, select: { brokenAt: true } });
  expect(rows.map(({ brokenAt }) => brokenAt)).toEqual(tickets.map(() => DUE));
  const mails = await db.outgoingMail.count({ where: { workspaceId } });
  await sweep();
  expect(await db.outgoingMail.count({ where: { workspaceId } })).toBe(mails);
});
