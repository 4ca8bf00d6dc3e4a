import { describe, expect, it } from 'vitest';
import { tellOfSave } from '@/features/notifications/commands/tell-of-save';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { agentReplyAddress } from '@/server/crypto/mail-tokens';
import { mailSource, takeInMail, ticketOf } from '../../../support/mail';
import { newWorld } from '../../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

const notifications = (world: World) =>
  world.db.outgoingMail.findMany({
    where: { workspaceId: world.workspaceId, kind: 'notification' },
    orderBy: { createdAt: 'asc' },
  });

async function assigned(preferences: Record<string, never> = {}) {
  const world = await newWorld();
  const [lead, agent] = [
    await world.member({ role: 'manager', name: 'Liene Kalniņa' }),
    await world.member(),
  ];
  const userId = agent.actor.id ?? '';
  await world.db.notificationSettings.create({
    data: { workspaceId: world.workspaceId, userId, preferences, updatedAt: world.now() },
  });
  await world.db.user.update({ where: { id: userId }, data: { locale: 'hu' } });
  const { ticketId } = await takeInMail(world, mailSource(world, { messageId: '<first@customer.test>' }));
  world.pass(60);
  await changeTicket(lead, { ticketId: ticketId ?? '', assigneeId: userId });
  await tellOfSave(world.system(), { ticketId: ticketId ?? '', at: world.now() });
  return { world, userId, ticket: await ticketOf(world, ticketId) };
}

describe('a mail to the assignee', () => {
  it('tells in their language who gave them which ticket, and takes their answer', async () => {
    const { world, userId, ticket } = await assigned();
    const [mail, ...more] = await notifications(world);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Önhöz került: Broken kettle');
    expect(mail?.text).toContain(`Liene Kalniņa Önhöz rendelte Anna Ozola ${ticket.number}. számú jegyét.`);
    expect(mail?.text).toContain(`/${world.slug}/desk/tickets/${ticket.number}`);
    expect(mail?.headers).toMatchObject({
      'Auto-Submitted': 'auto-generated',
      'Reply-To': expect.stringContaining(
        agentReplyAddress(world.mailbox.address, world.workspaceId, ticket.number, userId),
      ),
    });
  });

  it('names nobody where a customer’s words brought the ticket to them', async () => {
    const { world, userId, ticket } = await assigned();
    const { db, workspaceId } = world;
    await db.notification.deleteMany({ where: { workspaceId } });
    await db.ticketEvent.updateMany({
      where: { workspaceId, type: 'ticket.assigned' },
      data: { actorKind: 'customer', actorName: 'Anna Ozola' },
    });
    await tellOfSave(world.system(), { ticketId: ticket.id, at: world.now() });
    expect(await db.notification.findMany({ where: { workspaceId } })).toMatchObject([
      { userId, kind: 'assigned', actorName: '' },
    ]);
  });

  it('goes out once, however often the job runs', async () => {
    const { world, ticket } = await assigned();
    for (let i = 0; i < 3; i++) await tellOfSave(world.system(), { ticketId: ticket.id, at: world.now() });
    expect(await notifications(world)).toHaveLength(1);
  });

  it('shows what the customer wrote', async () => {
    const { world, ticket } = await assigned();
    world.pass(60);
    const at = world.now();
    await takeInMail(
      world,
      mailSource(world, { inReplyTo: '<first@customer.test>', text: 'It smells of smoke now.' }),
    );
    await tellOfSave(world.system(), { ticketId: ticket.id, at });
    const mail = (await notifications(world)).at(-1);
    expect(mail?.text).toContain('It smells of smoke now.');
    expect(mail?.html).toContain('It smells of smoke now.');
  });

  it('does not go out when they do not want it', async () => {
    const { world, ticket } = await assigned({
      choices: { assigned: { mail: 'off' }, wrote: { mail: 'off' } } as never,
    });
    world.pass(60);
    await takeInMail(
      world,
      mailSource(world, { inReplyTo: '<first@customer.test>', text: 'Hello again, any news?' }),
    );
    await tellOfSave(world.system(), { ticketId: ticket.id, at: world.now() });
    expect(await notifications(world)).toEqual([]);
  });

  it('does not go to somebody who has left', async () => {
    const { world, ticket, userId } = await assigned();
    await world.db.membership.updateMany({
      where: { workspaceId: world.workspaceId, userId },
      data: { deactivatedAt: world.now() },
    });
    world.pass(60);
    await takeInMail(
      world,
      mailSource(world, { inReplyTo: '<first@customer.test>', text: 'Hello again, any news?' }),
    );
    await tellOfSave(world.system(), { ticketId: ticket.id, at: world.now() });
    expect(await notifications(world)).toHaveLength(1);
  });
});
