import { expect, test } from 'vitest';
import { indexTicket } from '@/features/search/jobs';
import { foundForPalette, recentTickets } from '@/features/views/palette-tickets';
import { newWorld } from '../../support/world';

test('the palette knows the tickets that one saw last, and none that one may not see any more', async () => {
  const world = await newWorld();
  const { workspaceId, db } = world;
  const teamId = await world.team();
  const agent = await world.member({ scope: 'team', teamIds: [teamId] });
  const made = [];
  for (const subject of ['First', 'Second', 'Third'])
    made.push(await world.ticket(agent, { subject, teamId }));
  for (const [minutes, { ticketId }] of made.entries()) {
    const seenAt = new Date(world.now().getTime() + minutes * 60_000);
    await db.ticketSeen.create({ data: { workspaceId, userId: agent.actor.id ?? '', ticketId, seenAt } });
  }
  const labels = async () =>
    (await recentTickets(agent, 'w')).map(({ label }) => label.replace(/^#\d+ /, ''));
  expect(await labels()).toEqual(['Third', 'Second', 'First']);
  await db.ticket.updateMany({
    where: { workspaceId, subject: 'Second' },
    data: { teamId: await world.team('Else'), assigneeId: (await world.member()).actor.id },
  });
  expect(await labels()).toEqual(['Third', 'First']);
});

test('tickets are found by number and words, customers by name, and nothing that is hidden', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const teamId = await world.team();
  const { number, ticketId } = await world.ticket(agent, { subject: 'Kettle lid', teamId });
  await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId });
  await world.db.ticket.updateMany({ where: { id: ticketId }, data: { assigneeId: agent.actor.id } });
  const asked = (q: string) => ({ workspace: 'w', q });
  expect(await foundForPalette(agent, asked(String(number)))).toMatchObject({
    tickets: [{ label: `#${number} Kettle lid`, href: `/w/desk/tickets/${number}` }],
  });
  expect((await foundForPalette(agent, asked('anna'))).customers).toMatchObject([{ label: 'Anna Ozola' }]);
  const outside = await world.member({ scope: 'own' });
  for (const q of [String(number), 'kettle', 'lid']) {
    expect((await foundForPalette(outside, asked(q))).tickets).toEqual([]);
  }
});
