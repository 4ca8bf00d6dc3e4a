import { expect, test } from 'vitest';
import { resendMessage } from '@/features/tickets/commands/resend-message';
import { newId } from '@/server/ids';
import { newWorld } from '../../../support/world';
import { answer, historyOf, ticketOf, type World, withTicket } from '../support';

async function aBounce(over: object = {}) {
  const given = await withTicket();
  const { world, ctx, ticketId } = given;
  const messageId = await answer(ctx, { ticketId, ...over });
  await bounce(world, messageId);
  return { ...given, messageId };
}

async function bounce(world: World, messageId: string, recipient = 'anna@customer.test') {
  const { workspaceId, db } = world;
  await db.outgoingMail.updateMany({ where: { workspaceId, messageId }, data: { state: 'sent' } });
  await db.message.updateMany({ where: { workspaceId, id: messageId }, data: { delivery: 'bounced' } });
  const attempt = { id: newId(), at: world.now(), state: 'bounced' as const };
  await db.deliveryAttempt.create({ data: { ...attempt, workspaceId, messageId, recipient, code: '5.1.1' } });
}

const waiting = (world: World) =>
  world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId, state: 'queued' } });

test('a bounced mail goes to another address, with the same words and at once', async () => {
  const { world, ctx, ticketId, messageId } = await aBounce();
  world.pass(600);
  const again = await resendMessage(ctx, { messageId, to: 'Anna@new.test', keepAddress: false });
  expect(again).toEqual({ ok: true, value: { messageId, to: ['anna@new.test'] } });
  const { workspaceId } = world;
  const message = await world.db.message.findFirst({
    where: { workspaceId, id: messageId },
    select: { delivery: true, html: true, messageId: true, addresses: { where: { kind: 'to' } } },
  });
  expect(message).toMatchObject({
    delivery: 'queued',
    html: '<p>Try the other socket.</p>',
    addresses: [{ address: 'anna@new.test' }],
  });
  expect(await waiting(world)).toMatchObject([
    { rcptTo: ['anna@new.test'], runAt: world.now(), mailMessageId: message?.messageId },
  ]);
  expect((await historyOf(world, ticketId)).at(-1)).toBe('message.delivery_changed');
});

test('to the same address: only those who did not get it get it', async () => {
  const { world, ctx, messageId } = await aBounce({ cc: ['bela@customer.test'] });
  await resendMessage(ctx, { messageId, keepAddress: false });
  expect(await waiting(world)).toMatchObject([{ rcptTo: ['anna@customer.test'] }]);
});

test('an address that only a report names gets nothing', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const messageId = await answer(ctx, { ticketId });
  await bounce(world, messageId, 'eve@evil.test');
  await resendMessage(ctx, { messageId, keepAddress: false });
  expect(await waiting(world)).toMatchObject([{ rcptTo: ['anna@customer.test'] }]);
});

test('an address that was given up is not tried once more when its successor fails too', async () => {
  const { world, ctx, messageId } = await aBounce();
  await resendMessage(ctx, { messageId, to: 'anna@new.test', keepAddress: false });
  await bounce(world, messageId, 'anna@new.test');
  expect(await resendMessage(ctx, { messageId, keepAddress: false })).toMatchObject({
    value: { to: ['anna@new.test'] },
  });
});

test('the others in the head of the mail stay there', async () => {
  const { world, ctx, messageId } = await aBounce({
    to: ['anna@customer.test', 'bela@customer.test'],
    cc: ['csilla@customer.test'],
  });
  await resendMessage(ctx, { messageId, to: 'anna@new.test', keepAddress: false });
  const rows = await world.db.messageAddress.findMany({
    where: { workspaceId: world.workspaceId, messageId, kind: { in: ['to', 'cc'] } },
    orderBy: [{ kind: 'asc' }, { position: 'asc' }],
  });
  expect(rows.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
    'to anna@new.test',
    'to bela@customer.test',
    'cc csilla@customer.test',
  ]);
  expect(await waiting(world)).toMatchObject([{ rcptTo: ['anna@new.test'] }]);
});

test('the new address can stay with the customer, as the one we write to', async () => {
  const { world, ctx, ticketId, messageId } = await aBounce();
  await resendMessage(ctx, { messageId, to: 'anna@new.test', keepAddress: true });
  await answer(ctx, { ticketId });
  const mails = await waiting(world);
  expect(mails.map(({ rcptTo }) => rcptTo)).toEqual([['anna@new.test'], ['anna@new.test']]);
});

test('an address of another customer cannot be kept, and nothing is sent', async () => {
  const { world, ctx, messageId } = await aBounce();
  await world.ticket(ctx, { requester: { email: 'bela@customer.test', name: 'Béla' } });
  const again = await resendMessage(ctx, { messageId, to: 'bela@customer.test', keepAddress: true });
  expect(again).toEqual({ ok: false, error: { code: 'address.taken' } });
  expect(await waiting(world)).toEqual([]);
  const message = await world.db.message.findFirst({
    where: { workspaceId: world.workspaceId, id: messageId },
  });
  expect(message?.delivery).toBe('bounced');
});

test('pressed twice it is sent once, and what did not fail is not sent again', async () => {
  const { world, ctx, ticketId, messageId } = await aBounce();
  const input = { messageId, keepAddress: false };
  const both = await Promise.all([resendMessage(ctx, input), resendMessage(ctx, input)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await waiting(world)).toHaveLength(1);

  const fine = await answer(ctx, { ticketId });
  expect(await resendMessage(ctx, { messageId: fine, keepAddress: false })).toEqual({
    ok: false,
    error: { code: 'message.not_failed' },
  });
});

test("another workspace's message does not exist, nor one out of sight, nor a customer's", async () => {
  const { world, ctx, ticketId, messageId } = await aBounce();
  const notFound = { ok: false, error: { code: 'not_found' } };
  const input = { messageId, keepAddress: false };
  expect(await resendMessage(await (await newWorld()).member(), input)).toEqual(notFound);
  expect(await resendMessage(await world.member({ scope: 'own' }), input)).toEqual(notFound);
  const { workspaceId } = world;
  const question = await world.db.message.findFirst({
    where: { workspaceId, ticketId, direction: 'inbound' },
  });
  expect(await resendMessage(ctx, { ...input, messageId: question?.id ?? '' })).toEqual(notFound);
  expect((await ticketOf(world, ticketId)).version).toBe(2);
});
