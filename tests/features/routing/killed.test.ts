import { expect, test } from 'vitest';
import { routeTicket } from '@/features/routing/commands/route-ticket';
import { victim } from '../../support/victim';
import { assigneesOf, factsOf, idOf, lastSaveOf, newTeam } from './support';

type Team = Awaited<ReturnType<typeof newTeam>>;

/** Three tickets wait for one person who has room for two. */
async function prepared() {
  const team = await newTeam();
  await team.capacity({ mail: 2 });
  const agent = await team.agent('Anna Agent');
  const tickets = [await team.waiting(), await team.waiting(), await team.waiting()];
  const ticketId = tickets[0] ?? '';
  const { workspaceId } = team.world;
  const errand = {
    work: 'routing',
    workspaceId,
    ticketId,
    at: await lastSaveOf(team.world, ticketId),
  } as const;
  return { team, agent, tickets, errand };
}

async function given({ world }: Team, tickets: readonly string[]) {
  const facts = await Promise.all(tickets.map((ticketId) => factsOf(world, ticketId, 'ticket.routed')));
  return { assignees: await assigneesOf(world, tickets), facts: facts.map(({ length }) => length) };
}

test('a worker that is killed at any statement of routing gives nothing half, loses nothing and gives nothing twice', async () => {
  const whole = await prepared();
  const { statements, said } = await victim(whole.errand, 0);
  expect(statements, said).toBeGreaterThan(8);
  const anna = idOf(whole.agent);
  expect(await given(whole.team, whole.tickets)).toEqual({ assignees: [anna, anna, null], facts: [1, 1, 0] });

  const { team, agent, tickets, errand } = await prepared();
  const first = await victim(errand, 2);
  expect(first.signal).toBe('SIGKILL');
  const steps = Array.from({ length: 8 }, (_, step) => 2 + Math.floor((step * (statements - 2)) / 7));
  for (const statement of new Set(steps)) {
    await victim(errand, statement);
    const { assignees, facts } = await given(team, tickets);
    expect([statement, facts]).toEqual([statement, assignees.map((id) => (id === null ? 0 : 1))]);
    expect(assignees.filter((id) => id !== null).length).toBeLessThanOrEqual(2);
  }
  // What the dead worker did not come to has a job of its own for each ticket.
  for (const ticketId of tickets) {
    await routeTicket(team.router(), { ticketId, at: await lastSaveOf(team.world, ticketId) });
  }
  const same = idOf(agent);
  expect(await given(team, tickets)).toEqual({ assignees: [same, same, null], facts: [1, 1, 0] });
}, 180_000);
