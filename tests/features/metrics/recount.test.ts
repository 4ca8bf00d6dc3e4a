import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWorkspace, noteEverything } from '@/features/metrics/commands/count-changes';
import { metricDrillDown, metricOverview, metricSeries, metricSplit } from '@/features/metrics/queries';
import { countingDatabase } from '../../support/counting-database';
import type { Desk } from '../sla/support';
import { everything, newNumbers } from './support';

const YEAR = { period: { from: '2026-01-01', to: '2026-12-31' } };
type Place = Readonly<{ desk: Desk; id: string; even: boolean; teamId: string | null }>;

/** What people and customers do to a ticket. */
const STEPS: readonly ((place: Place) => Promise<unknown>)[] = [
  ({ desk, id, even }) => desk.reply(id, even ? 'open' : 'pending'),
  ({ desk, id }) => desk.reply(id, 'solved'),
  ({ desk, id }) => desk.customerWrites(id),
  ({ desk, id, even }) => desk.change(id, { priority: even ? 'high' : 'low' }),
  ({ desk, id, teamId }) => desk.change(id, { teamId }),
  ({ desk, id, even }) => desk.change(id, { spam: even }),
];

/** Happens at random, over some days. */
async function live(desk: Desk, teams: readonly string[], steps: readonly [number, number, number][]) {
  const { world, agent } = desk;
  const ids: string[] = [];
  for (const [step, which, minutes] of steps) {
    world.pass(minutes * 60);
    const id = ids[which % Math.max(1, ids.length)] ?? '';
    const teamId = teams[which % teams.length] ?? null;
    const happens = STEPS[step - 1];
    if (id === '' || !happens) ids.push((await world.ticket(agent, { kind: 'inbound', teamId })).ticketId);
    else await happens({ desk, id, even: which % 2 === 0, teamId });
  }
}

const [steps = []] = fc.sample(
  fc.array(fc.tuple(fc.nat(6), fc.nat(20), fc.integer({ min: 1, max: 700 })), {
    minLength: 28,
    maxLength: 28,
  }),
  { numRuns: 1, seed: 41 },
);

test('sums of the days are what a plain count of the tables gives, step by step and counted again at once', async () => {
  const { desk, count, manager } = await newNumbers('2026-03-02T09:00:00Z');
  const { world } = desk;
  const { db, workspaceId } = world;
  const teams = [await world.team('Blue'), await world.team('Red')];
  const half = Math.ceil(steps.length / 2);
  await live(desk, teams, steps.slice(0, half));
  await count();
  await live(desk, teams, steps.slice(half));
  await count();

  const [plain] = await db.$queryRaw<Record<'created' | 'backlog' | 'answers' | 'first', number>[]>`
    select (select count(*)::int from "Ticket" where "workspaceId" = ${workspaceId}::uuid and not spam) as created,
      (select count(*)::int from "Ticket" where "workspaceId" = ${workspaceId}::uuid and not spam and active) as backlog,
      (select count(*)::int from "Message" m join "Ticket" t on t."workspaceId" = m."workspaceId" and t.id = m."ticketId"
        where m."workspaceId" = ${workspaceId}::uuid and m.direction = 'outbound' and m."authorKind" = 'user'
          and m.automated is null and not t.spam) as answers,
      (select coalesce(avg(extract(epoch from r.at - t."createdAt") / 60), 0)::float8 from "Ticket" t cross join lateral (
          select min(m."createdAt") as at from "Message" m where m."workspaceId" = t."workspaceId" and m."ticketId" = t.id
            and m.direction = 'outbound' and m."authorKind" = 'user') r
        where t."workspaceId" = ${workspaceId}::uuid and not t.spam and r.at is not null) as first`;
  const metrics = ['created', 'backlog', 'messages_out', 'first_response'] as const;
  const values = await metricOverview(manager, [...metrics], { ...YEAR, hours: 'calendar' });
  const [created, backlog, answers, first] = values.map(({ value }) => value ?? 0);
  expect({ created, backlog, answers }).toEqual({
    ...{ created: plain?.created, backlog: plain?.backlog, answers: plain?.answers },
  });
  expect(first).toBeCloseTo(plain?.first ?? -1, 6);

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
  await db.$transaction((tx) => noteEverything(tx, workspaceId));
  await count();
  expect(await everything(desk)).toEqual(kept);
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
