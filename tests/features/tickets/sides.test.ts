import { afterEach, expect, test } from 'vitest';
import { closeTransports } from '@/channels/email/transports';
import { deliverMail } from '@/features/delivery/commands/deliver-mail';
import { tellOfSave } from '@/features/notifications/commands/tell-of-save';
import { endSide } from '@/features/tickets/commands/end-side';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { sideForReading, sidesOnTicket } from '@/features/tickets/commands/read-sides';
import { startSideInput, writeInSideInput } from '@/features/tickets/commands/side-fields';
import { startSide } from '@/features/tickets/commands/start-side';
import { undoMerge } from '@/features/tickets/commands/undo-merge';
import { undoSide } from '@/features/tickets/commands/undo-side';
import { writeInSide } from '@/features/tickets/commands/write-in-side';
import { getTicketPage } from '@/features/tickets/queries';
import type { StaffContext } from '@/server/context';
import { seal } from '@/server/crypto/keys';
import { mailSource, takeInMail } from '../../support/mail';
import { headerOf, smtpSink } from '../../support/smtp-sink';
import { anUpload, historyOf, ticketOf, type World, withTicket } from './support';

type Sink = Awaited<ReturnType<typeof smtpSink>>;

const sinks: Sink[] = [];
afterEach(async () => {
  closeTransports();
  await Promise.all(sinks.splice(0).map((sink) => sink.close()));
});

/** A ticket of Anna's in a workspace that sends through a real server. */
async function connected() {
  const given = await withTicket();
  const sink = await smtpSink();
  sinks.push(sink);
  const { world, workspaceId } = given;
  const server = { kind: 'smtp', host: '127.0.0.1', port: sink.port, security: 'none', user: '', auth: null };
  await world.db.channelAccount.updateMany({
    where: { workspaceId },
    data: { sealedConfig: seal(JSON.stringify({ incoming: { kind: 'listener' }, outgoing: server })) },
  });
  return { ...given, sink };
}

async function begun(ctx: StaffContext, ticketId: string, over: Record<string, unknown> = {}) {
  const usual = {
    to: ['works@supplier.test'],
    subject: 'Seal for batch 26-09',
    html: '<p>Have you got one?</p>',
  };
  const started = await startSide(ctx, startSideInput.parse({ ...usual, ticketId, ...over }));
  if (!started.ok) throw new Error(started.error.code);
  return started.value;
}

/** Sends what waits, and gives the newest mail that the server got. */
async function sent(world: World, sink: Sink, messageId: string) {
  world.pass(60);
  const { workspaceId } = world;
  const row = await world.db.outgoingMail.findFirstOrThrow({ where: { workspaceId, messageId } });
  await deliverMail(world.system('delivery'), row.id);
  const mail = sink.mails.at(-1);
  if (!mail) throw new Error('nothing was sent');
  return mail;
}

const addressIn = (text: string) => /<([^>]+)>/.exec(text)?.[1] ?? text;

const answerFrom = (world: World, over: Record<string, string> = {}) =>
  mailSource(world, {
    from: 'Works <works@supplier.test>',
    subject: 'Re: Seal',
    text: 'Yes, three of them.',
    ...over,
  });

test('somebody else is asked beside a ticket, and their answer comes back there and nowhere else', async () => {
  const { world, ctx, ticketId, number, workspaceId, sink } = await connected();
  const before = await ticketOf(world, ticketId);
  const clocks = () => world.db.slaClock.findMany({ where: { workspaceId, ticketId } });
  const clocksBefore = await clocks();
  const { sideId, messageId } = await begun(ctx, ticketId, {
    cc: ['boss@supplier.test', world.mailbox.address],
  });
  const mail = await sent(world, sink, messageId);
  expect(mail.to).toEqual(['works@supplier.test', 'boss@supplier.test']);
  expect(headerOf(mail.raw, 'Subject')).toBe('Seal for batch 26-09');
  expect(mail.raw).not.toContain('My kettle');
  const replyTo = addressIn(headerOf(mail.raw, 'Reply-To') ?? '');
  const taken = await takeInMail(world, answerFrom(world, { to: replyTo }), { envelopeTo: [replyTo] });
  expect(taken.ticketId).toBe(ticketId);

  const shown = await sideForReading(ctx, sideId);
  expect(shown?.messages.map(({ direction }) => direction)).toEqual(['outbound', 'inbound']);
  expect(shown?.messages[1]).toMatchObject({ authorName: 'Works', threadedBy: 'reply_token' });
  expect(await sidesOnTicket(ctx, ticketId)).toMatchObject([{ id: sideId, messages: 2, isAnswered: true }]);
  const page = await getTicketPage(ctx, number);
  expect(page && 'messages' in page && page.messages).toHaveLength(1);
  const after = await ticketOf(world, ticketId);
  const { status, lastMessageId, lastMessageAt, firstRepliedAt, preview } = before;
  expect(after).toMatchObject({ status, lastMessageId, lastMessageAt, firstRepliedAt, preview });
  expect(await clocks()).toEqual(clocksBefore);
  expect(await world.db.customer.count({ where: { workspaceId } })).toBe(1);
  expect((await historyOf(world, ticketId)).slice(-2)).toEqual(['side.sent', 'side.received']);
});

test('an answer without the address is found by what it answers, and goes on to whoever wrote it', async () => {
  const { world, ctx, ticketId, sink } = await connected();
  const { sideId, messageId } = await begun(ctx, ticketId);
  const mail = await sent(world, sink, messageId);
  const id = headerOf(mail.raw, 'Message-ID') ?? '';
  const from = 'Zane <zane@supplier.test>';
  await takeInMail(world, answerFrom(world, { from, inReplyTo: id, messageId: '<zane@supplier.test>' }));
  expect((await sideForReading(ctx, sideId))?.messages[1]).toMatchObject({ threadedBy: 'in_reply_to' });
  const next = await writeInSide(ctx, writeInSideInput.parse({ sideId, html: '<p>Send two.</p>' }));
  if (!next.ok) throw new Error(next.error.code);
  const second = await sent(world, sink, next.value.messageId);
  expect(second.to).toEqual(['zane@supplier.test']);
  expect(headerOf(second.raw, 'In-Reply-To')).toBe('<zane@supplier.test>');
  expect(second.raw).toContain('Yes, three of them.');
});

test('whoever has the ticket and whoever asked hear of an answer, and not of what a machine sends', async () => {
  const { world, ctx, ticketId, workspaceId, sink } = await connected();
  const { messageId } = await begun(ctx, ticketId);
  const replyTo = addressIn(headerOf((await sent(world, sink, messageId)).raw, 'Reply-To') ?? '');
  const told = async (source: string) => {
    await takeInMail(world, source, { envelopeTo: [replyTo] });
    const event = await world.db.ticketEvent.findFirstOrThrow({
      where: { workspaceId, ticketId },
      orderBy: { position: 'desc' },
    });
    await tellOfSave(world.system(), { ticketId, at: event.at });
    return world.db.notification.findMany({ where: { workspaceId, kind: 'side' } });
  };
  const automatic = mailSource(world, {
    from: 'works@supplier.test',
    to: replyTo,
    head: ['Auto-Submitted: auto-replied'],
  });
  expect(await told(automatic)).toEqual([]);
  world.pass(60);
  expect(await told(answerFrom(world, { to: replyTo }))).toMatchObject([
    { userId: ctx.actor.id, facts: { from: 'Works', about: 'Seal for batch 26-09' } },
  ]);
});

test('a message is passed on with its head and the chosen files, without our signed addresses', async () => {
  const { world, ctx, workspaceId, sink } = await connected();
  const { ticketId } = await takeInMail(
    world,
    mailSource(world, {
      from: 'Bea <bea@customer.test>',
      messageId: '<bea@customer.test>',
      text: 'Water below it.',
    }),
  );
  const message = await world.db.message.findFirstOrThrow({ where: { workspaceId, ticketId } });
  const files = [await anUpload(ctx, 'photo.png'), await anUpload(ctx, 'secret.png')];
  await world.db.attachment.updateMany({
    where: { workspaceId, id: { in: files } },
    data: { messageId: message.id },
  });
  const forward = { messageId: message.id, fileIds: files.slice(0, 1) };
  const { sideId } = await begun(ctx, ticketId ?? '', { forward });
  const shown = await sideForReading(ctx, sideId);
  expect(shown?.messages[0]?.files.map(({ name }) => name)).toEqual(['photo.png']);
  expect(shown?.messages[0]?.html).toContain('From: Bea &lt;bea@customer.test&gt;');
  expect(shown?.messages[0]?.html).toContain('Water below it.');
  expect(shown?.messages[0]?.visibleText.trim()).toBe('Have you got one?');
  const foreign = { messageId: ctx.newId(), fileIds: [] };
  const input = startSideInput.parse({
    ticketId,
    to: ['a@b.test'],
    subject: 'x',
    html: '<p>x</p>',
    forward: foreign,
  });
  expect(await startSide(ctx, input)).toMatchObject({ error: { code: 'not_found' } });
  expect(sink.mails).toEqual([]);
});

test('it can be taken back until it leaves: the words and files come back, and a conversation that only it was is gone', async () => {
  const { world, ctx, ticketId, sink } = await connected();
  const file = await anUpload(ctx);
  const { sideId, messageId } = await begun(ctx, ticketId, { attachmentIds: [file] });
  const back = await undoSide(ctx, { messageId });
  expect(back).toMatchObject({
    value: {
      isGone: true,
      subject: 'Seal for batch 26-09',
      to: ['works@supplier.test'],
      files: [{ id: file }],
    },
  });
  expect(await sidesOnTicket(ctx, ticketId)).toEqual([]);
  expect(await sideForReading(ctx, sideId)).toBeNull();
  const again = await begun(ctx, ticketId);
  await sent(world, sink, again.messageId);
  expect(await undoSide(ctx, { messageId: again.messageId })).toMatchObject({
    error: { code: 'message.already_sent' },
  });
  expect(sink.mails).toHaveLength(1);
});

test('the customer is no third party, and we are none', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const to = (address: string) =>
    startSide(ctx, startSideInput.parse({ ticketId, to: [address], subject: 'x', html: '<p>x</p>' }));
  expect(await to('Anna@customer.test')).toMatchObject({ error: { code: 'side.customer' } });
  expect(await to(world.mailbox.address)).toMatchObject({ error: { code: 'ticket.no_address' } });
});

test('it is done when somebody says so, and open again when somebody writes', async () => {
  const { world, ctx, ticketId, sink } = await connected();
  const { sideId, messageId } = await begun(ctx, ticketId);
  const replyTo = addressIn(headerOf((await sent(world, sink, messageId)).raw, 'Reply-To') ?? '');
  await endSide(ctx, { sideId, done: true });
  await endSide(ctx, { sideId, done: true });
  expect(await sidesOnTicket(ctx, ticketId)).toMatchObject([{ state: 'done' }]);
  await takeInMail(world, answerFrom(world, { to: replyTo }), { envelopeTo: [replyTo] });
  expect(await sidesOnTicket(ctx, ticketId)).toMatchObject([{ state: 'open' }]);
  const history = await historyOf(world, ticketId);
  expect(history.filter((type) => type.startsWith('side.'))).toEqual([
    'side.sent',
    'side.done',
    'side.received',
  ]);
});

test('it goes where its ticket is merged to, and comes back with it', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const into = await world.ticket(ctx);
  await begun(ctx, ticketId);
  const merged = await mergeTickets(ctx, { ticketId, intoNumber: into.number, acrossCustomers: true });
  if (!merged.ok) throw new Error(merged.error.code);
  expect(await sidesOnTicket(ctx, into.ticketId)).toHaveLength(1);
  await undoMerge(ctx, { mergeId: merged.value.mergeId });
  expect(await sidesOnTicket(ctx, into.ticketId)).toEqual([]);
  expect(await sidesOnTicket(ctx, ticketId)).toHaveLength(1);
});
