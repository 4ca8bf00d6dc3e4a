import { expect, test } from 'vitest';
import { saveDraft } from '@/features/tickets/commands/save-draft';
import { undoSend } from '@/features/tickets/commands/undo-send';
import { draftInput } from '@/features/tickets/inputs';
import { newWorld } from '../../../support/world';
import { answer, anUpload, historyOf, ticketOf, withTicket } from '../support';

test('a sent answer comes back as a draft, and the ticket stands as before', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const before = await ticketOf(world, ticketId);
  world.pass(60);
  const messageId = await answer(ctx, { ticketId, submitAs: 'solved', cc: ['cc@customer.test'] });
  world.pass(5);
  const undone = await undoSend(ctx, { messageId });

  expect(undone).toMatchObject({
    ok: true,
    value: { html: '<p>Try the other socket.</p>', to: ['anna@customer.test'], cc: ['cc@customer.test'] },
  });
  const { status, assigneeId, firstRepliedAt, lastMessageId, preview, solvedAt } = before;
  expect(await ticketOf(world, ticketId)).toMatchObject({
    ...{ status, assigneeId, firstRepliedAt, lastMessageId, preview, solvedAt },
  });
  const { workspaceId } = world;
  expect(await world.db.draft.findFirst({ where: { workspaceId, ticketId } })).toMatchObject({
    userId: ctx.actor.id,
    html: '<p>Try the other socket.</p>',
    cc: ['cc@customer.test'],
  });
  const mail = await world.db.outgoingMail.findFirst({ where: { workspaceId, messageId } });
  expect(mail).toMatchObject({ state: 'cancelled' });
  expect((await historyOf(world, ticketId)).slice(-3)).toEqual([
    'message.cancelled',
    'ticket.status_changed',
    'ticket.assigned',
  ]);
});

test('what was typed since stands behind what comes back', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const messageId = await answer(ctx, { ticketId });
  await saveDraft(ctx, draftInput.parse({ ticketId, kind: 'reply', html: '<p>And also</p>' }));
  await undoSend(ctx, { messageId });
  expect(await world.db.draft.findFirst({ where: { workspaceId: world.workspaceId } })).toMatchObject({
    html: '<p>Try the other socket.</p><p>And also</p>',
  });
});

test('files come back as uploads of their own', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const sent = await anUpload(ctx, 'plan.pdf');
  const messageId = await answer(ctx, { ticketId, attachmentIds: [sent] });
  const undone = await undoSend(ctx, { messageId });
  if (!undone.ok) throw new Error('refused');
  const { workspaceId } = world;
  const files = await world.db.attachment.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
  expect(files).toMatchObject([
    { id: sent, messageId },
    { id: undone.value.attachmentIds[0], messageId: null, name: 'plan.pdf', uploadedById: ctx.actor.id },
  ]);
});

test('the first answer of two stays the first when the second is taken back', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const first = await answer(ctx, { ticketId, submitAs: 'open' });
  const { firstRepliedAt } = await ticketOf(world, ticketId);
  world.pass(60);
  const second = await answer(ctx, { ticketId, submitAs: 'open' });
  await undoSend(ctx, { messageId: second });
  expect(await ticketOf(world, ticketId)).toMatchObject({ firstRepliedAt, lastMessageId: first });
});

test('of two who take back at once, one does; and once it has left, nobody can', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const messageId = await answer(ctx, { ticketId });
  const both = await Promise.all([undoSend(ctx, { messageId }), undoSend(ctx, { messageId })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);

  const other = await answer(ctx, { ticketId });
  const { workspaceId } = world;
  await world.db.outgoingMail.updateMany({
    where: { workspaceId, messageId: other },
    data: { state: 'sending' },
  });
  expect(await undoSend(ctx, { messageId: other })).toEqual({
    ok: false,
    error: { code: 'message.already_sent' },
  });
});

test("another workspace's message does not exist, nor one out of sight, nor what a customer wrote", async () => {
  const { world, ctx, ticketId } = await withTicket();
  const question = (await ticketOf(world, ticketId)).lastMessageId ?? '';
  const messageId = await answer(ctx, { ticketId });
  const notFound = { ok: false, error: { code: 'not_found' } };
  expect(await undoSend(await (await newWorld()).member(), { messageId })).toEqual(notFound);
  expect(await undoSend(await world.member({ scope: 'own' }), { messageId })).toEqual(notFound);
  expect(await undoSend(ctx, { messageId: question })).toEqual(notFound);
});
