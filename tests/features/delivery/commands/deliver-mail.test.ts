import { afterEach, describe, expect, it } from 'vitest';
import { readMail } from '@/channels/email/read-mail';
import { closeTransports } from '@/channels/email/transports';
import { deliverMail } from '@/features/delivery/commands/deliver-mail';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { undoSend } from '@/features/tickets/commands/undo-send';
import { replyInput } from '@/features/tickets/inputs';
import { seal } from '@/server/crypto/keys';
import { replyAddress } from '@/server/crypto/mail-tokens';
import { mailSource, takeInMail, ticketOf } from '../../../support/mail';
import { headerOf, smtpSink } from '../../../support/smtp-sink';
import { newWorld } from '../../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;
type Sink = Awaited<ReturnType<typeof smtpSink>>;

const sinks: Sink[] = [];
afterEach(async () => {
  closeTransports();
  await Promise.all(sinks.splice(0).map((sink) => sink.close()));
});

/** A world whose mailbox sends through a real server that answers as given. */
async function connected(answers: Parameters<typeof smtpSink>[0] = {}) {
  const [world, sink] = await Promise.all([newWorld(), smtpSink(answers)]);
  sinks.push(sink);
  const server = { kind: 'smtp', host: '127.0.0.1', port: sink.port, security: 'none', user: '', auth: null };
  await world.db.channelAccount.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { sealedConfig: seal(JSON.stringify({ incoming: { kind: 'listener' }, outgoing: server })) },
  });
  await world.db.workspace.update({ where: { id: world.workspaceId }, data: { acknowledge: false } });
  return { world, sink };
}

/** A customer wrote in Hungarian, and an agent with a signature answered. */
async function answered(world: World, over: Record<string, unknown> = {}) {
  const text = 'Jó napot kívánok!\nElromlott a teáskannám, mit tegyek vele?';
  const { ticketId } = await takeInMail(
    world,
    mailSource(world, { messageId: '<first@customer.test>', text }),
  );
  const agent = await world.member();
  await world.db.membership.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { signature: 'Kiss Zsófia\nTeáskannák Kft.' },
  });
  const input = replyInput.parse({
    ticketId,
    html: '<p>Kérjük, <b>küldje be</b> a kannát!</p>',
    submitAs: 'pending',
    ...over,
  });
  const replied = await replyToTicket(agent, input);
  if (!replied.ok) throw new Error(replied.error.code);
  const row = await world.db.outgoingMail.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, messageId: replied.value.messageId },
  });
  return {
    agent,
    ticket: await ticketOf(world, ticketId),
    messageId: replied.value.messageId,
    mailId: row.id,
  };
}

const rowOf = (world: World, id: string) =>
  world.db.outgoingMail.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: world.workspaceId, id } },
  });

const messageOf = (world: World, id: string) =>
  world.db.message.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: world.workspaceId, id } },
    include: { attempts: true },
  });

describe('an answer on its way to the customer', () => {
  it('never quotes what somebody wrote who is neither the customer nor among its readers', async () => {
    const { world, sink } = await connected();
    const agent = await world.member();
    const { ticketId } = await takeInMail(world, mailSource(world, { messageId: '<first@customer.test>' }));
    const supplier = { from: 'Piegādātājs <orders@supplier.test>', text: 'It costs us only nine euros.' };
    await takeInMail(world, mailSource(world, { ...supplier, inReplyTo: '<first@customer.test>' }));
    const input = { ticketId, html: '<p>It is on its way.</p>', submitAs: 'pending' };
    await replyToTicket(agent, replyInput.parse(input));
    await replyToTicket(agent, replyInput.parse({ ...input, to: ['orders@supplier.test'] }));
    world.pass(60);
    const where = { workspaceId: world.workspaceId };
    const queued = await world.db.outgoingMail.findMany({ where, orderBy: { id: 'asc' } });
    for (const { id } of queued) await deliverMail(world.system('delivery'), id);

    expect(sink.mails.map(({ to, raw }) => [to[0], raw.includes('nine euros')])).toEqual([
      ['anna@customer.test', false],
      ['orders@supplier.test', true],
    ]);
    expect(sink.mails[0]?.raw).toContain('> My kettle is broken');
  });

  it('is threaded, signed, and quotes what it answers in the language of the customer', async () => {
    const { world, sink } = await connected();
    const { ticket, mailId, messageId } = await answered(world);
    world.pass(60);
    await deliverMail(world.system('delivery'), mailId);

    const [mail] = sink.mails;
    const raw = mail?.raw ?? '';
    expect(mail?.to).toEqual(['anna@customer.test']);
    expect(mail?.from).toMatch(/^support\+b[0-9a-f]{32}\.[a-z2-7]{10}@/);
    expect(headerOf(raw, 'In-Reply-To')).toBe('<first@customer.test>');
    expect(headerOf(raw, 'References')).toBe('<first@customer.test>');
    expect(headerOf(raw, 'Subject')).toBe(`Re: Broken kettle [#${ticket.number}]`);
    expect(headerOf(raw, 'Reply-To')).toContain(
      replyAddress(world.mailbox.address, world.workspaceId, ticket.number),
    );
    expect(headerOf(raw, 'Auto-Submitted')).toBe('');

    const read = await readMail({ bytes: Buffer.from(raw), receivedAt: world.now() });
    if (!read.ok) throw new Error(read.error.detail);
    expect(read.value.text).toContain('küldje be');
    expect(read.value.text).toContain('-- \nKiss Zsófia\nTeáskannák Kft.');
    expect(read.value.text).toMatch(/Anna Ozola ezt írta:\n> Jó napot kívánok!\n> Elromlott/);
    expect(read.value.html).toContain('<b>küldje be</b>');
    expect(await messageOf(world, messageId)).toMatchObject({ delivery: 'sent', sentAt: world.now() });
    expect(await rowOf(world, mailId)).toMatchObject({ state: 'sent', via: 'smtp' });
  });

  it('reads as our words alone once the customer has quoted all of it', async () => {
    const { world, sink } = await connected();
    const { mailId, ticket } = await answered(world);
    world.pass(60);
    await deliverMail(world.system('delivery'), mailId);
    const raw = sink.mails[0]?.raw ?? '';
    const read = await readMail({ bytes: Buffer.from(raw), receivedAt: world.now() });
    const quoted = read.ok ? read.value.text.replace(/^/gm, '> ') : '';
    const to = /<([^>]+)>/.exec(headerOf(raw, 'Reply-To'))?.[1] ?? '';
    const text = `Rendben, holnap feladom.\n\n2026. 03. 02. 10:05 keltezéssel, Support írta:\n${quoted}`;
    await takeInMail(world, mailSource(world, { to, text }));
    const after = await ticketOf(world, ticket.id);
    expect(after.status).toBe('open');
    expect(after.messages.at(-1)?.visibleText.trim()).toBe('Rendben, holnap feladom.');
  });

  it('never shows its blind copies', async () => {
    const { world, sink } = await connected();
    const { mailId } = await answered(world, { cc: ['cc@x.test'], bcc: ['secret@x.test'] });
    world.pass(60);
    await deliverMail(world.system('delivery'), mailId);
    expect(sink.mails[0]?.to).toEqual(['anna@customer.test', 'cc@x.test', 'secret@x.test']);
    expect(sink.mails[0]?.raw).not.toContain('secret@x.test');
    expect(headerOf(sink.mails[0]?.raw ?? '', 'Cc')).toContain('cc@x.test');
  });

  it('does not leave before its time, and not at all when it was taken back', async () => {
    const { world, sink } = await connected();
    const { agent, mailId, messageId } = await answered(world);
    await deliverMail(world.system('delivery'), mailId);
    expect(await rowOf(world, mailId)).toMatchObject({ state: 'queued', attempts: 0 });
    await undoSend(agent, { messageId });
    world.pass(60);
    await deliverMail(world.system('delivery'), mailId);
    expect(await rowOf(world, mailId)).toMatchObject({ state: 'cancelled' });
    expect(sink.mails).toEqual([]);
  });

  it('leaves once, however often its job runs', async () => {
    const { world, sink } = await connected();
    const { mailId } = await answered(world);
    world.pass(60);
    for (let i = 0; i < 3; i++) await deliverMail(world.system('delivery'), mailId);
    expect(sink.mails).toHaveLength(1);
  });

  it('goes out once more under the same Message-ID when the worker died while sending', async () => {
    const { world, sink } = await connected();
    const { mailId } = await answered(world);
    world.pass(60);
    await world.db.outgoingMail.updateMany({
      where: { id: mailId },
      data: { state: 'sending', attempts: 1 },
    });
    await deliverMail(world.system('delivery'), mailId);
    const row = await rowOf(world, mailId);
    expect(headerOf(sink.mails[0]?.raw ?? '', 'Message-ID')).toBe(`<${row.mailMessageId}>`);
    expect(row).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

describe('an answer that is not taken', () => {
  it('is tried again later when the server asks for it', async () => {
    let busy = true;
    const { world, sink } = await connected({
      data: () => (busy ? { code: 451, text: '4.3.2 come back later' } : undefined),
    });
    const { mailId, messageId } = await answered(world);
    world.pass(60);
    await deliverMail(world.system('delivery'), mailId);
    const runAt = new Date(world.now().getTime() + 60_000);
    expect(await rowOf(world, mailId)).toMatchObject({ state: 'deferred', runAt });
    expect(await messageOf(world, messageId)).toMatchObject({ delivery: 'queued' });
    expect((await messageOf(world, messageId)).deliveryDetail).toContain('come back later');

    busy = false;
    world.pass(61);
    await deliverMail(world.system('delivery'), mailId);
    expect(sink.mails).toHaveLength(1);
    expect(await messageOf(world, messageId)).toMatchObject({ delivery: 'sent', deliveryDetail: null });
  });

  it('is tried again when there is no server at all, and given up in the end', async () => {
    const { world, sink } = await connected();
    const { mailId, messageId } = await answered(world);
    await sink.close();
    sinks.length = 0;
    for (let i = 0; i < 8; i++) {
      world.pass(25 * 3600);
      await deliverMail(world.system('delivery'), mailId);
    }
    expect(await rowOf(world, mailId)).toMatchObject({ state: 'failed', attempts: 8 });
    expect(await messageOf(world, messageId)).toMatchObject({ delivery: 'failed' });
  });

  it('fails where it stands when the server says no for good', async () => {
    const { world } = await connected({ recipient: () => ({ code: 550, text: '5.1.1 nobody here' }) });
    const { mailId, messageId, ticket } = await answered(world);
    world.pass(60);
    await deliverMail(world.system('delivery'), mailId);
    const message = await messageOf(world, messageId);
    expect(message).toMatchObject({ delivery: 'failed' });
    expect(message.deliveryDetail).toContain('anna@customer.test: 550 5.1.1 nobody here');
    expect(message.attempts).toMatchObject([
      { state: 'failed', recipient: 'anna@customer.test', code: '550' },
    ]);
    const { events } = await ticketOf(world, ticket.id);
    expect(events.at(-1)).toMatchObject({ type: 'message.delivery_changed', data: { to: 'failed' } });
  });

  it('reaches those who can be reached, and says who could not', async () => {
    const { world, sink } = await connected({
      recipient: (address) =>
        address === 'cc@x.test' ? { code: 550, text: '5.1.1 nobody here' } : undefined,
    });
    const { mailId, messageId } = await answered(world, { cc: ['cc@x.test'] });
    world.pass(60);
    await deliverMail(world.system('delivery'), mailId);
    const message = await messageOf(world, messageId);
    expect(sink.mails[0]?.to).toEqual(['anna@customer.test']);
    expect(message.delivery).toBe('failed');
    expect(message.attempts.map(({ recipient, state }) => [recipient, state]).sort()).toEqual([
      ['anna@customer.test', 'sent'],
      ['cc@x.test', 'failed'],
    ]);
  });
});

describe('mails of the product', () => {
  const letter = { subject: 'Welcome', text: 'Come in.', html: '<p>Come in.</p>' };
  const queue = (world: World, uniqueKey: string) =>
    world.db.$transaction((tx) =>
      queueSystemMail(tx, world.system(), {
        kind: 'invitation',
        to: { address: 'new@staff.test', name: 'Új Ágnes' },
        ...letter,
        uniqueKey,
      }),
    );

  it('are kept in the log where no server is set, and can be read there', async () => {
    const world = await newWorld();
    expect(await queue(world, 'one')).toBe(true);
    expect(await queue(world, 'one')).toBe(false);
    const rows = await world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId } });
    await deliverMail(world.system('delivery'), rows[0]?.id ?? '');
    const row = await rowOf(world, rows[0]?.id ?? '');
    expect(rows).toHaveLength(1);
    expect(row).toMatchObject({ state: 'sent', via: 'log' });
    const raw = Buffer.from(row.raw ?? []).toString('utf8');
    expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(raw, 'To')).toContain('<new@staff.test>');
  });

  it('forget a link that signs somebody in once it has left', async () => {
    const { world, sink } = await connected();
    await queue(world, 'one');
    await world.db.outgoingMail.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { channelAccountId: world.mailbox.id },
    });
    const [row] = await world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId } });
    await deliverMail(world.system('delivery'), row?.id ?? '');
    expect(sink.mails[0]?.raw).toContain('Come in.');
    expect(await rowOf(world, row?.id ?? '')).toMatchObject({
      state: 'sent',
      text: null,
      html: null,
      raw: null,
    });
  });
});
