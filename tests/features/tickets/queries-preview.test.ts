import { afterAll, expect, test } from 'vitest';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { ticketPreview } from '@/features/tickets/queries-preview';
import { listView } from '@/features/views/queries';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';

const noted = (ctx: StaffContext, ticketId: string, html: string) => addNoteToTicket(ctx, { ticketId, html });

test('a preview shows the newest five messages, cut where they are long, and that there are older ones', async () => {
  const world = await newWorld();
  const teamId = await world.team('Returns');
  const agent = await world.member({ name: 'Kiss Zsófia', teamIds: [teamId] });
  const { ticketId } = await world.ticket(agent, {
    teamId,
    requester: { email: 'ilze@customer.test', name: 'Bērziņa Ilze' },
  });
  for (const html of ['one', 'two', 'three', 'four', `<p>${'long '.repeat(500)}</p>`]) {
    world.pass(60);
    await noted(agent, ticketId, html);
  }
  const preview = await ticketPreview(agent, ticketId);
  expect(preview).toMatchObject({ team: 'Returns', address: 'ilze@customer.test', hasEarlier: true });
  expect(preview?.messages).toHaveLength(5);
  expect(preview?.messages[0]).toMatchObject({ direction: 'note', author: 'Kiss Zsófia', isCut: true });
  expect(preview?.messages[0]?.text).toHaveLength(1_500);
  expect(preview?.messages.slice(1).map(({ text }) => text)).toEqual(['four', 'three', 'two', 'one']);
});

test('to look leaves the ticket as unread as it was', async () => {
  const world = await newWorld();
  const [agent, other] = [await world.member(), await world.member()];
  world.pass(60);
  const { ticketId } = await world.ticket(other, {});
  const isUnread = async () => (await listView(agent, { view: 'open' })).rows[0]?.unread;
  const before = await isUnread();
  await ticketPreview(agent, ticketId);
  expect(await isUnread()).toBe(before);
  expect(await world.db.ticketSeen.count({ where: { workspaceId: world.workspaceId, ticketId } })).toBe(0);
});

test('what one may not see has no preview, nor has what lies in the trash for those who may not take it out', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const { ticketId } = await world.ticket(agent, { assigneeId: agent.actor.id });
  const stranger = await (await newWorld()).member();
  expect(await ticketPreview(stranger, ticketId)).toBeNull();
  expect(await ticketPreview(await world.member({ scope: 'own' }), ticketId)).toBeNull();
  await world.db.ticket.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { trashedAt: world.now() },
  });
  expect(await ticketPreview(await world.member({ role: 'light_agent' }), ticketId)).toBeNull();
  expect((await ticketPreview(await world.member({ role: 'admin' }), ticketId))?.id).toBe(ticketId);
});

const counting = countingDatabase();
afterAll(() => counting.close());

test('it costs one statement', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const { ticketId } = await world.ticket(agent, {});
  const ctx = { ...agent, db: counting.db };
  await ticketPreview(ctx, ticketId);
  counting.statements();
  await ticketPreview(ctx, ticketId);
  expect(counting.statements()).toHaveLength(1);
});
