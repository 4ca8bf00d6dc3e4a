import { describe, expect, it } from 'vitest';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { bounceAddress } from '@/server/crypto/mail-tokens';
import { mailSource, takeInMail, ticketOf } from '../../../support/mail';
import { newWorld } from '../../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

/** A delivery report (RFC 3464) about a mail of ours. */
function report(
  world: World,
  { status = '5.1.1', action = 'failed', to = world.mailbox.address, original = 'nothing@x' } = {},
) {
  const body = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
    '',
    '--r',
    'Content-Type: text/plain',
    '',
    'Your mail could not be delivered.',
    '--r',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.customer.test',
    '',
    'Final-Recipient: rfc822; anna@customer.test',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <anna@customer.test>: user unknown',
    '--r',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${original}>`,
    'Subject: Re: Broken kettle',
    '--r--',
    '',
  ].join('\r\n');
  return mailSource(world, { from: 'MAILER-DAEMON@mx.customer.test', to, subject: 'Undelivered', body });
}

async function sent(world: World) {
  const { ticketId } = await takeInMail(world, mailSource(world));
  const agent = await world.member();
  const reply = await replyToTicket(
    agent,
    replyInput.parse({ ticketId, html: '<p>Send it in.</p>', submitAs: 'solved' }),
  );
  if (!reply.ok) throw new Error(reply.error.code);
  const { messageId } = reply.value;
  const mail = await world.db.outgoingMail.update({
    where: { workspaceId_id: { workspaceId: world.workspaceId, id: (await mailOf(world, messageId)).id } },
    data: { state: 'sent' },
  });
  await world.db.message.updateMany({ where: { id: messageId }, data: { delivery: 'sent' } });
  return { ticketId, messageId, mail };
}

const mailOf = (world: World, messageId: string) =>
  world.db.outgoingMail.findFirstOrThrow({ where: { workspaceId: world.workspaceId, messageId } });

const messageOf = (world: World, id: string) =>
  world.db.message.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: world.workspaceId, id } },
    include: { attempts: true },
  });

describe('a delivery report', () => {
  it('that comes back to the signed sender becomes the state of the mail it is about', async () => {
    const world = await newWorld();
    const { ticketId, messageId, mail } = await sent(world);
    const to = bounceAddress(world.mailbox.address, mail.id);
    const taken = await takeInMail(world, report(world, { to }), { envelopeFrom: '', envelopeTo: [to] });

    expect(taken).toMatchObject({ state: 'processed', verdict: 'bounce', ticketId });
    const message = await messageOf(world, messageId);
    expect(message).toMatchObject({ delivery: 'bounced' });
    expect(message.deliveryDetail).toContain('user unknown');
    expect(message.attempts).toMatchObject([
      { state: 'bounced', recipient: 'anna@customer.test', code: '5.1.1' },
    ]);
    const ticket = await ticketOf(world, ticketId);
    expect(ticket.status).toBe('solved');
    expect(ticket.events.at(-1)).toMatchObject({ type: 'message.delivery_changed', data: { to: 'bounced' } });
    expect(ticket.requester.identities[0]?.bouncedAt).not.toBeNull();
  });

  it('is known by the Message-ID of the mail that it is about', async () => {
    const world = await newWorld();
    const { ticketId, messageId, mail } = await sent(world);
    const taken = await takeInMail(world, report(world, { original: mail.mailMessageId }));
    expect(taken.ticketId).toBe(ticketId);
    expect(await messageOf(world, messageId)).toMatchObject({ delivery: 'bounced' });
  });

  it('of a delay changes nothing but the history', async () => {
    const world = await newWorld();
    const { ticketId, messageId, mail } = await sent(world);
    await takeInMail(
      world,
      report(world, { original: mail.mailMessageId, action: 'delayed', status: '4.4.1' }),
    );
    expect(await messageOf(world, messageId)).toMatchObject({ delivery: 'sent' });
    const { events, requester } = await ticketOf(world, ticketId);
    expect(events.at(-1)).toMatchObject({ type: 'message.delivery_changed', data: { to: 'delayed' } });
    expect(requester.identities[0]?.bouncedAt).toBeNull();
  });

  it('about nothing that we sent opens no ticket and is kept where it can be found', async () => {
    const world = await newWorld();
    const taken = await takeInMail(world, report(world));
    expect(taken).toMatchObject({
      state: 'discarded',
      verdict: 'bounce',
      reason: 'report_about_nothing',
      ticketId: null,
    });
    expect(await world.db.ticket.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
    expect(await world.db.customer.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
    const kept = await world.db.message.findMany({ where: { workspaceId: world.workspaceId } });
    expect(kept).toMatchObject([{ ticketId: null, automated: 'bounce', authorKind: 'system' }]);
  });

  it('about an invitation is shown on that mail', async () => {
    const world = await newWorld();
    await world.db.$transaction((tx) =>
      queueSystemMail(tx, world.system(), {
        kind: 'invitation',
        to: { address: 'anna@customer.test', name: null },
        subject: 'Welcome',
        text: 'Welcome',
        html: null,
      }),
    );
    const [mail] = await world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId } });
    await takeInMail(world, report(world, { original: mail?.mailMessageId ?? '' }));
    const after = await world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId } });
    expect(after).toMatchObject([{ state: 'failed', lastError: expect.stringContaining('user unknown') }]);
  });

  it('says nothing of addresses that the mail did not go to', async () => {
    const world = await newWorld();
    const { mail } = await sent(world);
    await takeInMail(world, mailSource(world, { from: 'bela@customer.test' }));
    const forged = report(world, { original: mail.mailMessageId }).replaceAll(
      'rfc822; anna@customer.test',
      'rfc822; bela@customer.test',
    );
    await takeInMail(world, forged);
    const dead = { workspaceId: world.workspaceId, bouncedAt: { not: null } };
    expect(await world.db.customerIdentity.count({ where: dead })).toBe(0);
  });

  it('cannot be made up for a mail of another workspace', async () => {
    const [world, other] = await Promise.all([newWorld(), newWorld()]);
    const { messageId, mail } = await sent(world);
    await takeInMail(other, report(other, { original: mail.mailMessageId }));
    expect(await messageOf(world, messageId)).toMatchObject({ delivery: 'sent' });
  });
});

describe('what a machine sends', () => {
  const outbox = (world: World) => world.db.outgoingMail.count({ where: { workspaceId: world.workspaceId } });

  it('as an out-of-office note to the envelope sender stands on the ticket of that mail and reopens nothing', async () => {
    const world = await newWorld();
    const { ticketId, mail } = await sent(world);
    const to = bounceAddress(world.mailbox.address, mail.id);
    const before = await outbox(world);
    const taken = await takeInMail(
      world,
      mailSource(world, {
        to,
        subject: 'Out of office',
        head: ['Auto-Submitted: auto-replied'],
        text: 'I am away.',
      }),
      { envelopeFrom: '', envelopeTo: [to] },
    );
    const ticket = await ticketOf(world, ticketId);
    expect(taken.ticketId).toBe(ticketId);
    expect(ticket.status).toBe('solved');
    expect(ticket.messages.at(-1)).toMatchObject({ automated: 'auto_reply', threadedBy: 'bounce_token' });
    expect(await outbox(world)).toBe(before);
  });

  it.each([
    ['Auto-Submitted: auto-generated', 'auto_reply'],
    ['List-Id: <news.shop.test>', 'bulk'],
    ['Precedence: bulk', 'bulk'],
    ['X-Spam-Flag: YES', 'spam'],
  ])('with %s is kept, marked, and answered by nobody', async (line, verdict) => {
    const world = await newWorld();
    const taken = await takeInMail(world, mailSource(world, { head: [line] }));
    expect(taken).toMatchObject({ state: 'processed', verdict });
    expect(taken.ticketId).not.toBeNull();
    expect(await outbox(world)).toBe(0);
  });

  it('of ours that comes back is set aside', async () => {
    const world = await newWorld();
    await takeInMail(world, mailSource(world));
    const [mail] = await world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId } });
    const taken = await takeInMail(
      world,
      mailSource(world, { from: world.mailbox.address, messageId: `<${mail?.mailMessageId}>` }),
    );
    expect(taken).toMatchObject({ state: 'discarded', verdict: 'own' });
    expect(await world.db.ticket.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
  });

  it("of somebody else's Kalauz is a stranger's mail, also when a person there wrote it", async () => {
    const world = await newWorld();
    const taken = await takeInMail(
      world,
      mailSource(world, { head: ['X-Kalauz-Ticket: 1042.aaaaaaaaaaaaaaaa'] }),
    );
    expect(taken).toMatchObject({ state: 'processed', verdict: 'human' });
  });
});
