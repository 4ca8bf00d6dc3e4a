import { expect, test } from 'vitest';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { saveDraft } from '@/features/tickets/commands/save-draft';
import { draftInput, replyInput } from '@/features/tickets/inputs';
import { newWorld } from '../../../support/world';
import { answer, anUpload, historyOf, ticketOf, withTicket } from '../support';

const input = (ticketId: string, over: object = {}) =>
  replyInput.parse({ ticketId, html: '<p>Try the other socket.</p>', submitAs: 'pending', ...over });

test('an answer stands in the timeline at once, and waits in the outbox for the undo time', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const replied = await replyToTicket(ctx, input(ticketId));
  expect(replied).toMatchObject({ ok: true, value: { sendAt: new Date('2026-03-02T09:00:10Z') } });
  expect(await ticketOf(world, ticketId)).toMatchObject({ status: 'pending', assigneeId: ctx.actor.id });
  const mail = await world.db.outgoingMail.findFirst({ where: { workspaceId: world.workspaceId } });
  expect(mail).toMatchObject({ state: 'queued', rcptTo: ['anna@customer.test'], kind: 'reply' });
  expect(await historyOf(world, ticketId)).toEqual([
    'ticket.created',
    'message.added',
    'message.added',
    'ticket.status_changed',
    'ticket.assigned',
  ]);
});

test('two answers at once are both kept', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const other = await world.member({ name: 'Péter Nagy' });
  const both = await Promise.all([
    replyToTicket(ctx, input(ticketId)),
    replyToTicket(other, input(ticketId)),
  ]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  const { workspaceId } = world;
  expect(await world.db.message.count({ where: { workspaceId, ticketId, direction: 'outbound' } })).toBe(2);
  expect(await world.db.outgoingMail.count({ where: { workspaceId } })).toBe(2);
});

test('of two answers at once whose writers saw the same, one is held until its writer saw the other', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const other = await world.member({ name: 'Péter Nagy' });
  const { lastMessageId } = await ticketOf(world, ticketId);
  const seen = input(ticketId, { lastSeenMessageId: lastMessageId });
  const both = await Promise.all([replyToTicket(ctx, seen), replyToTicket(other, seen)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const { lastMessageId: newest } = await ticketOf(world, ticketId);
  expect(both.find(({ ok }) => !ok)).toMatchObject({
    error: { code: 'ticket.newer_message', messageId: newest },
  });
});

test('the draft goes with the sending, and stays when the sending is held', async () => {
  const { world, ctx, ticketId } = await withTicket();
  await saveDraft(ctx, draftInput.parse({ ticketId, kind: 'reply', html: '<p>Try</p>' }));
  const held = await replyToTicket(ctx, input(ticketId, { lastSeenMessageId: null }));
  expect(held).toMatchObject({ error: { code: 'ticket.newer_message' } });
  const { workspaceId } = world;
  expect(await world.db.draft.count({ where: { workspaceId, ticketId } })).toBe(1);

  await answer(ctx, { ticketId });
  expect(await world.db.draft.count({ where: { workspaceId, ticketId } })).toBe(0);
});

test("sending takes nobody else's draft away", async () => {
  const { world, ctx, ticketId } = await withTicket();
  const other = await world.member({ name: 'Péter Nagy' });
  await saveDraft(other, draftInput.parse({ ticketId, kind: 'reply', html: '<p>Mine</p>' }));
  await answer(ctx, { ticketId });
  const left = await world.db.draft.findMany({ where: { workspaceId: world.workspaceId, ticketId } });
  expect(left).toMatchObject([{ userId: other.actor.id, html: '<p>Mine</p>' }]);
});

test('uploads go with the answer, in the order in which they stood there', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const uploads = [await anUpload(ctx, 'b.png'), await anUpload(ctx, 'a.png'), await anUpload(ctx, 'c.png')];
  const [first = '', second = '', third = ''] = uploads;
  const messageId = await answer(ctx, { ticketId, attachmentIds: [third, first, second] });
  const { workspaceId } = world;
  const files = await world.db.attachment.findMany({
    where: { workspaceId, messageId },
    orderBy: { position: 'asc' },
  });
  expect(files.map(({ name }) => name)).toEqual(['c.png', 'b.png', 'a.png']);
});

test("no message takes another's files, nor those of another workspace", async () => {
  const { world, ctx, ticketId } = await withTicket();
  const stranger = await (await newWorld()).member();
  const sent = await anUpload(ctx);
  const messageId = await answer(ctx, { ticketId, attachmentIds: [sent] });
  await answer(ctx, { ticketId, attachmentIds: [sent, await anUpload(stranger)] });
  const { workspaceId } = world;
  const files = await world.db.attachment.findMany({ where: { workspaceId } });
  expect(files.map((file) => file.messageId)).toEqual([messageId]);
});

test('recipients are kept as chosen, in copy and hidden', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const messageId = await answer(ctx, {
    ticketId,
    to: ['Anna@customer.test', 'bela@customer.test'],
    cc: ['cc@customer.test'],
    bcc: ['bcc@customer.test'],
  });
  const { workspaceId } = world;
  const rows = await world.db.messageAddress.findMany({
    where: { workspaceId, messageId, kind: { in: ['to', 'cc', 'bcc'] } },
    orderBy: [{ kind: 'asc' }, { position: 'asc' }],
  });
  expect(rows.map(({ kind, address, name }) => [kind, address, name])).toEqual([
    ['to', 'anna@customer.test', 'Anna Ozola'],
    ['to', 'bela@customer.test', null],
    ['cc', 'cc@customer.test', null],
    ['bcc', 'bcc@customer.test', null],
  ]);
});

test('scripts in an answer do not survive', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const id = await answer(ctx, { ticketId, html: '<p onclick="x()">Hi<script>alert(1)</script></p>' });
  const message = await world.db.message.findFirst({ where: { workspaceId: world.workspaceId, id } });
  expect(message).toMatchObject({ html: '<p>Hi</p>', text: 'Hi' });
});

test("another workspace's ticket does not exist, nor one that is out of the agent's sight", async () => {
  const { world, ticketId } = await withTicket();
  const stranger = await (await newWorld()).member();
  const notFound = { ok: false, error: { code: 'not_found' } };
  expect(await replyToTicket(stranger, input(ticketId))).toEqual(notFound);
  expect(await replyToTicket(await world.member({ scope: 'own' }), input(ticketId))).toEqual(notFound);
  expect(await replyToTicket(await world.member({ role: 'light_agent' }), input(ticketId))).toEqual(notFound);
});

test('without a mailbox there is no way to answer', async () => {
  const { ctx, ticketId } = await withTicket({ mailbox: false });
  expect(await replyToTicket(ctx, input(ticketId))).toEqual({
    ok: false,
    error: { code: 'ticket.no_address' },
  });
});

test('our own mailbox is no recipient, and nobody gets the same mail twice', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const messageId = await answer(ctx, {
    ticketId,
    to: ['anna@customer.test'],
    cc: [world.mailbox.address, 'bela@customer.test'],
    bcc: ['bela@customer.test', 'boss@shop.test'],
  });
  const { workspaceId } = world;
  const mail = await world.db.outgoingMail.findFirstOrThrow({ where: { workspaceId, messageId } });
  expect(mail.rcptTo).toEqual(['anna@customer.test', 'bela@customer.test', 'boss@shop.test']);
  const nobody = replyToTicket(ctx, input(ticketId, { to: [world.mailbox.address] }));
  expect(await nobody).toMatchObject({ error: { code: 'ticket.no_address' } });
});
