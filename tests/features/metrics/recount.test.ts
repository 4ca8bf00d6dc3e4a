import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MetricName } from '@/domain/metrics/registry';
import { countWorkspace, noteEverything } from '@/features/metrics/commands/count-changes';
import { metricDrillDown, metricOverview, metricSeries, metricSplit } from '@/features/metrics/queries';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { undoMerge } from '@/features/tickets/commands/undo-merge';
import { countingDatabase } from '../../support/counting-database';
import type { Desk } from '../sla/support';
import { plainNumbers } from './recount-plain';
import { everything, newNumbers } from './support';

const YEAR = { period: { from: '2026-01-01', to: '2026-12-31' } };
type Place = Readonly<{ desk: Desk; id: string; other: string; which: number; teamId: string | null }>;

/** What people and customers do to a ticket. */
const STEPS: readonly ((place: Place) => Promise<unknown>)[] = [
  ({ desk, id, which }) => desk.reply(id, which % 2 === 0 ? 'open' : 'pending'),
  ({ desk, id }) => desk.reply(id, 'solved'),
  ({ desk, id }) => desk.customerWrites(id),
  ({ desk, id, which }) => desk.change(id, { priority: which % 2 === 0 ? 'high' : 'low' }),
  ({ desk, id, teamId }) => desk.change(id, { teamId }),
  ({ desk, id, which }) => desk.change(id, { spam: which % 3 === 0 }),
  ({ desk, id, which }) => desk.change(id, { status: which % 2 === 0 ? 'on_hold' : 'solved' }),
  async ({ desk, id, other }) => {
    const { db, workspaceId } = desk.world;
    const into = await db.ticket.findFirst({ where: { workspaceId, id: other } });
    if (into)
      await mergeTickets(desk.agent, { ticketId: id, intoNumber: into.number, acrossCustomers: true });
  },
  // The days in which a solved ticket may come back are over.
  async ({ desk }) => desk.world.pass(8 * 86_400),
  async ({ desk: { world }, id }) => {
    await world.db.ticket.deleteMany({
      where: { workspaceId: world.workspaceId, id, merged: { none: {} } },
    });
  },
  async ({ desk }) => {
    const { db, workspaceId } = desk.world;
    const merges = await db.ticketMerge.findMany({
      where: { workspaceId, undoneAt: null },
      select: { id: true },
      orderBy: { at: 'desc' },
      take: 1,
    });
    for (const { id } of merges) await undoMerge(desk.agent, { mergeId: id });
  },
];

/** How often each happens; 0 is a new ticket. */
const DRAWN = [0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 5, 5, 6, 7, 7, 8, 8, 8, 9, 9, 10, 11, 11];

type Step = readonly [step: number, which: number, minutes: number];

/** Happens at random, over some weeks; what refuses itself does not happen. */
async function live(desk: Desk, teams: readonly string[], steps: readonly Step[]) {
  const { world, agent } = desk;
  for (const [step, which, minutes] of steps) {
    world.pass(minutes * 60);
    const tickets = await world.db.ticket.findMany({
      where: { workspaceId: world.workspaceId },
      orderBy: { number: 'asc' },
      select: { id: true },
    });
    const id = tickets[which % Math.max(1, tickets.length)]?.id;
    const other = tickets[(which * 7 + 1) % Math.max(1, tickets.length)]?.id ?? '';
    const teamId = teams[which % teams.length] ?? null;
    const happens = STEPS[step - 1];
    if (!id || !happens) await world.ticket(agent, { kind: 'inbound', teamId });
    else await happens({ desk, id, other, which, teamId }).catch(ignoreRefusal);
  }
}

/** A reply to a merged ticket, say, is refused by its code. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Error && /^[a-z_.]+$/.test(error.message))) throw error;
}

const histories = fc.sample(
  fc.noBias(
    fc.array(fc.tuple(fc.constantFrom(...DRAWN), fc.nat(40), fc.integer({ min: 1, max: 700 })), {
      minLength: 50,
      maxLength: 50,
    }),
  ),
  { numRuns: 8, seed: 41 },
);

const METRICS = [
  ...['created', 'backlog', 'backlog_age', 'solved', 'messages_in', 'messages_out', 'first_response'],
  ...['average_response', 'first_resolution', 'full_resolution', 'requester_wait', 'agent_wait'],
  ...['pending_time', 'on_hold_time', 'replies_per_resolution', 'one_touch', 'no_reply', 'transfer_rate'],
  ...['reopen_rate', 'reopens_per_ticket', 'fcr_a', 'fcr_b', 'fcr_b_genuine'],
] as MetricName[];

/** What became of the merges of all histories. */
const MERGED: ('undone' | 'stands')[] = [];

test.each(histories.map((steps, run) => ({ run, steps })))(
  'sums of the days are what a plain count of the tables gives, step by step and counted again at once: history $run',
  { timeout: 60_000 },
  async ({ steps }) => {
    const { desk, count, manager } = await newNumbers('2026-03-02T09:00:00Z');
    const { world } = desk;
    const { db, workspaceId } = world;
    const teams = [await world.team('Blue'), await world.team('Red')];
    for (let from = 0; from < steps.length; from += 12) {
      await live(desk, teams, steps.slice(from, from + 12));
      await count();
    }
    world.pass(10 * 86_400);
    const merges = await db.ticketMerge.findMany({ where: { workspaceId } });
    for (const { undoneAt } of merges) MERGED.push(undoneAt ? 'undone' : 'stands');
    const plain = await plainNumbers(world);
    const values = await metricOverview(manager, METRICS, { ...YEAR, hours: 'calendar' });
    const told = (value: number | null | undefined) => (value ?? 0).toFixed(3);
    expect(Object.fromEntries(values.map(({ metric, value }) => [metric, told(value)]))).toEqual(
      Object.fromEntries(METRICS.map((metric) => [metric, told(plain[metric])])),
    );

    const byDays = await metricSplit(manager, 'messages_out', { ...YEAR, by: 'team' });
    const byFacts = await metricSplit(manager, 'messages_out', {
      ...{ ...YEAR, by: 'team', filters: { priority: ['low', 'normal', 'high', 'urgent'] } },
    });
    const shown = (parts: typeof byDays) => parts.map(({ group, value }) => [group, value]).sort();
    expect(shown(byFacts)).toEqual(shown(byDays));

    const kept = await everything(desk);
    await db.$transaction((tx) => noteEverything(tx, workspaceId));
    await count();
    expect(await everything(desk)).toEqual(kept);
    await db.metricFact.deleteMany({ where: { workspaceId } });
    await db.metricDay.deleteMany({ where: { workspaceId } });
    await db.metricSketch.deleteMany({ where: { workspaceId } });
    await db.$transaction((tx) => noteEverything(tx, workspaceId));
    await count();
    expect(await everything(desk)).toEqual(kept);

    await db.metricSketch.deleteMany({ where: { workspaceId } });
    await db.metricState.update({ where: { workspaceId }, data: { version: 1 } });
    await count();
    expect(await everything(desk)).toEqual(kept);
  },
);

test('in these histories tickets were merged, and merges were undone', () => {
  expect(MERGED.filter((each) => each === 'undone').length).toBeGreaterThan(3);
  expect(MERGED.filter((each) => each === 'stands').length).toBeGreaterThan(3);
});

test('an agent sees their own numbers, a workspace its own, and nobody more by asking for it', async () => {
  const { desk, count, manager } = await newNumbers('2026-03-02T09:00:00Z');
  const { world, agent } = desk;
  const other = await world.member({ name: 'Other Agent' });
  await world.ticket(agent, { kind: 'inbound', assigneeId: agent.actor.id });
  await world.ticket(agent, { kind: 'inbound', assigneeId: other.actor.id });
  await count();
  const filters = { agent: [other.actor.id ?? ''] };
  const valueFor = async (ctx: typeof manager, over: object = {}) =>
    (await metricOverview(ctx, ['created'], { ...YEAR, ...over }))[0]?.value;
  expect([await valueFor(manager), await valueFor(agent), await valueFor(agent, { filters })]).toEqual([
    2, 1, 1,
  ]);
  expect(await valueFor(await world.member({ role: 'light_agent' }))).toBe(0);
  const stranger = await newNumbers('2026-03-02T09:00:00Z');
  expect(await valueFor(stranger.manager, { filters })).toBe(0);
  const page = await metricDrillDown(agent, 'created', { ...YEAR, after: null, limit: 10 });
  expect(page.rows.map(({ agentName }) => agentName)).toEqual(['Ágnes Agent']);
});

test('numbers take as many queries for one ticket as for many', async () => {
  const { desk, count, manager } = await newNumbers('2026-03-02T09:00:00Z');
  const { db, statements, close } = countingDatabase();
  const ctx = { ...manager, db };
  const asked = async () => {
    await metricOverview(ctx, ['created', 'first_response', 'backlog'], YEAR);
    await metricSplit(ctx, 'created', { ...YEAR, by: 'team' });
    await metricSeries(ctx, 'created', { ...YEAR, bucket: 'week' });
    return statements().length;
  };
  await desk.world.ticket(desk.agent, { kind: 'inbound' });
  await count();
  const few = await asked();
  for (let index = 0; index < 3; index++) await desk.world.ticket(desk.agent, { kind: 'inbound' });
  await count();
  expect(await asked()).toBe(few);
  await close();
});

test('what is taken and not committed is counted by the next who comes', async () => {
  const { desk, numbers } = await newNumbers('2026-03-02T09:00:00Z');
  const { db, workspaceId } = desk.world;
  await desk.world.ticket(desk.agent, { kind: 'inbound' });
  const killed = {
    ...desk.world,
    db: db.$extends({
      query: {
        metricState: {
          update: () => {
            throw new Error('killed');
          },
        },
      },
    }) as unknown as typeof db,
  };
  await expect(countWorkspace(killed, workspaceId)).rejects.toThrow('killed');
  expect((await numbers(['created']))['created']?.value).toBe(1);
});
