import { afterAll, expect, test } from 'vitest';
import { similarTickets } from '@/features/links/commands/similar-tickets';
import { indexTicket } from '@/features/search/jobs';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { linked, type World } from './support';

async function written(world: World, agent: StaffContext, over: Record<string, unknown>) {
  world.pass(60);
  const made = await world.ticket(agent, over);
  await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId: made.ticketId });
  return made;
}

async function desk() {
  const world = await newWorld();
  const teamId = await world.team();
  const agent = await world.member({ teamIds: [teamId] });
  const here = await written(world, agent, { subject: 'Thermostat E2041 shows nothing', teamId });
  const like = await written(world, agent, { subject: 'Display of thermostat E2041', teamId });
  const hidden = await written(world, agent, {
    subject: 'Thermostat E2041 again',
    teamId: await world.team('Else'),
  });
  await written(world, agent, { subject: 'Invoice for March', teamId });
  return { world, teamId, agent, here, like, hidden };
}

const numbers = async (ctx: StaffContext, ticketId: string) =>
  (await similarTickets(ctx, ticketId))?.map(({ number }) => number).sort((one, other) => one - other);

test('tickets about the same are found, without the ticket itself and what is linked with it', async () => {
  const { agent, here, like, hidden } = await desk();
  expect(await numbers(agent, here.ticketId)).toEqual([like.number, hidden.number]);
  await linked(agent, here, 'related', like);
  expect(await numbers(agent, here.ticketId)).toEqual([hidden.number]);
});

test('only what one may see is found, and nothing of a ticket that one may not see', async () => {
  const { world, teamId, here, like, hidden } = await desk();
  const member = await world.member({ scope: 'team', teamIds: [teamId] });
  await world.db.ticket.updateMany({ where: { workspaceId: world.workspaceId }, data: { assigneeId: null } });
  expect(await numbers(member, here.ticketId)).toEqual([like.number]);
  expect(await similarTickets(member, hidden.ticketId)).toBeNull();
  expect(await similarTickets(await (await newWorld()).member(), here.ticketId)).toBeNull();
});

const counting = countingDatabase();
afterAll(() => counting.close());

test('it costs three statements, however many there are', async () => {
  const { world, agent, here, teamId } = await desk();
  for (let at = 0; at < 10; at++)
    await written(world, agent, { subject: `Thermostat E2041 no ${at}`, teamId });
  const ctx = { ...agent, db: counting.db };
  await similarTickets(ctx, here.ticketId);
  counting.statements();
  expect(await similarTickets(ctx, here.ticketId)).toHaveLength(5);
  expect(counting.statements()).toHaveLength(3);
});
