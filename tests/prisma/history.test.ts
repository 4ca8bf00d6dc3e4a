import { expect, test } from 'vitest';
import { countWorkspace } from '@/features/metrics/commands/count-changes';
import { metricOverview, metricSplit } from '@/features/metrics/queries';
import { driftOf } from '@/features/sla/drift';
import { buildHistory } from '../../prisma/seed/history';
import { CUSTOMERS, ORGANIZATIONS, STAFF, TEAMS } from '../../prisma/seed/people';
import { buildServiceLevels } from '../../prisma/seed/service-levels';
import { newWorld } from '../support/world';

const NOW = new Date('2026-11-29T12:00:00Z');

async function castIn(world: Awaited<ReturnType<typeof newWorld>>) {
  const { db, workspaceId } = world;
  const users = new Map<string, { id: string; name: string }>();
  for (const { key, name, role } of STAFF) {
    const { actor } = await world.member({ name, role });
    users.set(key, { id: actor.id ?? '', name });
  }
  const teams = new Map<string, string>();
  for (const name of Object.keys(TEAMS)) teams.set(name, await world.team(name));
  for (const { name } of ORGANIZATIONS) {
    await db.organization.create({ data: { workspaceId, id: world.system().newId(), name } });
  }
  const customers = new Map();
  for (const person of CUSTOMERS) {
    const id = world.system().newId();
    await db.customer.create({ data: { workspaceId, id, displayName: person.name } });
    customers.set(person.key, { ...person, id });
  }
  return { workspaceId, channelAccountId: world.mailbox.id, users, teams, customers };
}

test('the demo has a past behind its numbers, and clocks that its history makes', async () => {
  const world = await newWorld({ at: NOW.toISOString() });
  const { db, workspaceId } = world;
  const cast = await castIn(world);
  await buildServiceLevels(db, cast, NOW);
  await buildHistory(db, cast, { now: NOW, days: 14 });
  await countWorkspace(world, workspaceId);
  const manager = await world.member({ role: 'manager' });
  const period = { from: '2026-08-31', to: '2026-11-29' };
  const metrics = ['created', 'backlog', 'sla', 'reopen_rate', 'call_handle', 'call_abandonment'] as const;
  const values = await metricOverview(manager, [...metrics], { period });
  const [created, backlog, sla, reopened, handle, abandoned] = values.map(({ value }) => value ?? Number.NaN);
  expect(created).toBeGreaterThan(30);
  expect(backlog).toBe(0);
  expect(sla).toBeGreaterThan(0.6);
  expect(sla).toBeLessThan(0.99);
  expect(reopened).toBeGreaterThanOrEqual(0);
  expect(handle).toBeGreaterThan(2);
  expect(abandoned).toBeLessThan(0.5);
  const teams = await metricSplit(manager, 'first_response', { period, by: 'team' });
  expect(teams.map(({ label }) => label).sort()).toEqual(Object.keys(TEAMS).sort());
  const tickets = await db.ticket.findMany({ where: { workspaceId }, take: 3, orderBy: { number: 'desc' } });
  for (const { id: ticketId } of tickets) {
    const drift = await db.$transaction((tx) => driftOf(tx, { workspaceId }, { ticketId, at: NOW }));
    expect(drift).toEqual([]);
  }
}, 120_000);
