import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, expect, test } from 'vitest';
import { fillQueue } from '@/features/routing/commands/fill-queue';
import { takeNextTicket } from '@/features/routing/commands/next-ticket';
import { PrismaClient } from '@/server/db/generated/client';
import { env } from '@/server/env';
import { assigneesOf, factsOf, idOf, newTeam } from './support';

const ROUTERS = 16;

/** Sixteen clients with one connection each, as sixteen processes would have. */
const clients = Array.from(
  { length: ROUTERS },
  () =>
    new PrismaClient({
      adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 1 }),
      transactionOptions: { maxWait: 20_000, timeout: 20_000 },
    }),
);
afterAll(() => Promise.all(clients.map((client) => client.$disconnect())));

const countBy = (values: readonly (string | null)[]) => {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

test('sixteen routers at once give no ticket twice and fill nobody beyond their capacity', async () => {
  const team = await newTeam();
  await team.capacity({ mail: 5 });
  const agents = [await team.agent('A'), await team.agent('B'), await team.agent('C'), await team.agent('D')];
  const tickets: string[] = [];
  for (let i = 0; i < 30; i++) tickets.push(await team.waiting());

  const given = await Promise.all(
    clients.map((client) => fillQueue(team.router(client as never), team.teamId)),
  );

  const counts = countBy(await assigneesOf(team.world, tickets));
  expect(given.reduce((sum, each) => sum + each, 0)).toBe(20);
  expect(agents.map((agent) => counts.get(idOf(agent)))).toEqual([5, 5, 5, 5]);
  expect(counts.get(null)).toBe(10);
  const routed = await Promise.all(tickets.map((id) => factsOf(team.world, id, 'ticket.routed')));
  expect(routed.map((facts) => facts.length).sort()).toEqual([...Array(10).fill(0), ...Array(20).fill(1)]);
}, 60_000);

test('two teams that share people are routed at once without anybody being filled twice', async () => {
  const team = await newTeam();
  const other = await team.world.team('Returns');
  await team.setQueue({}, other);
  await team.capacity({ mail: 4 });
  const both = [team.teamId, other];
  const agents = await Promise.all(['A', 'B', 'C'].map((name) => team.agent(name, { teamIds: both })));
  const tickets: string[] = [];
  for (let i = 0; i < 24; i++) tickets.push(await team.waiting({ teamId: both[i % 2] }));

  await Promise.all(
    clients.map((client, index) => fillQueue(team.router(client as never), both[index % 2] ?? '')),
  );

  const counts = countBy(await assigneesOf(team.world, tickets));
  expect(agents.map((agent) => counts.get(idOf(agent)))).toEqual([4, 4, 4]);
  expect(counts.get(null)).toBe(12);
}, 60_000);

test('sixteen people who ask for the next ticket at once get sixteen tickets', async () => {
  const team = await newTeam({ mode: 'pull' });
  const agents = [];
  for (let i = 0; i < ROUTERS; i++) {
    agents.push(await team.world.member({ name: `Agent ${i}`, teamIds: [team.teamId] }));
  }
  const tickets: string[] = [];
  for (let i = 0; i < ROUTERS; i++) tickets.push(await team.waiting());

  const taken = await Promise.all(
    agents.map((agent, index) => takeNextTicket({ ...agent, db: clients[index] as never })),
  );

  expect(taken.map(({ ok }) => ok)).toEqual(Array(ROUTERS).fill(true));
  expect(new Set(await assigneesOf(team.world, tickets))).toEqual(new Set(agents.map(idOf)));
}, 60_000);
