import { expect, test } from 'vitest';
import { cancelScheduledMessages } from '@/features/tickets/commands/cancel-scheduled';
import { reuseMessage } from '@/features/tickets/commands/reuse-message';
import { findTicket } from '@/features/tickets/store';
import { newWorld } from '../../../support/world';
import { answer, anUpload, withTicket } from '../support';

async function aCalledOffMail() {
  const given = await withTicket();
  const { world, ctx, ticketId } = given;
  const sendAt = new Date('2026-03-03T08:00:00Z');
  const messageId = await answer(ctx, { ticketId, sendAt, attachmentIds: [await anUpload(ctx)] });
  const system = world.system();
  await world.db.$transaction(async (tx) => {
    const ticket = await findTicket(tx, system, ticketId);
    if (ticket) await cancelScheduledMessages(tx, system, ticket, system.now());
  });
  return { ...given, messageId };
}

test('a mail that was called off can be taken up again, with its files', async () => {
  const { world, ctx, ticketId, messageId } = await aCalledOffMail();
  expect(await reuseMessage(ctx, { messageId })).toMatchObject({
    ok: true,
    value: { ticketId, html: '<p>Try the other socket.</p>', files: [{ name: 'photo.png' }] },
  });
  const drafts = await world.db.draft.findMany({ where: { workspaceId: world.workspaceId } });
  expect(drafts).toMatchObject([
    { kind: 'reply', userId: ctx.actor.id, html: '<p>Try the other socket.</p>' },
  ]);
});

test('what may still leave cannot be taken up', async () => {
  const { ctx, ticketId } = await withTicket();
  const messageId = await answer(ctx, { ticketId });
  expect(await reuseMessage(ctx, { messageId })).toEqual({
    ok: false,
    error: { code: 'message.already_sent' },
  });
});

test("another workspace's message does not exist, nor one out of sight", async () => {
  const { world, messageId } = await aCalledOffMail();
  const notFound = { ok: false, error: { code: 'not_found' } };
  expect(await reuseMessage(await (await newWorld()).member(), { messageId })).toEqual(notFound);
  expect(await reuseMessage(await world.member({ scope: 'own' }), { messageId })).toEqual(notFound);
});
