import { describe, expect, it } from 'vitest';
import { replyAddress } from '@/server/crypto/mail-tokens';
import { mailSource, takeInMail, ticketOf } from '../../../support/mail';
import { newWorld } from '../../../support/world';

describe('a mail that belongs to a ticket', () => {
  async function opened() {
    const world = await newWorld();
    const first = await takeInMail(world, mailSource(world, { messageId: '<first@customer.test>' }));
    const ticket = await ticketOf(world, first.ticketId);
    return { world, ticket };
  }

  it('is found by the signed address, whoever writes and whatever the subject', async () => {
    const { world, ticket } = await opened();
    const to = replyAddress(world.mailbox.address, world.workspaceId, ticket.number).toUpperCase();
    const taken = await takeInMail(
      world,
      mailSource(world, {
        from: 'Bea <bea@elsewhere.test>',
        to,
        subject: 'Something else',
        text: 'One more thing about it, please see below.',
      }),
    );
    const after = await ticketOf(world, ticket.id);
    expect(taken.ticketId).toBe(ticket.id);
    expect(after.subject).toBe('Broken kettle');
    expect(after.messages.at(-1)).toMatchObject({
      threadedBy: 'reply_token',
      subject: 'Something else',
      authorAddress: 'bea@elsewhere.test',
    });
    expect(after.requester.displayName).toBe('Anna Ozola');
  });

  it('is found by the signed address in the envelope alone', async () => {
    const { world, ticket } = await opened();
    const envelopeTo = [replyAddress(world.mailbox.address, world.workspaceId, ticket.number)];
    const taken = await takeInMail(world, mailSource(world, { to: 'undisclosed-recipients:;' }), {
      envelopeTo,
    });
    expect(taken.ticketId).toBe(ticket.id);
  });

  it('is not found by a signed address of another workspace', async () => {
    const { world, ticket } = await opened();
    const other = await newWorld();
    const to = replyAddress(world.mailbox.address, other.workspaceId, ticket.number);
    const taken = await takeInMail(world, mailSource(world, { to }), { envelopeTo: [to] });
    expect(taken.ticketId).not.toBe(ticket.id);
  });

  it('is found by In-Reply-To and by References', async () => {
    const { world, ticket } = await opened();
    const answer = await takeInMail(
      world,
      mailSource(world, { inReplyTo: '<first@customer.test>', text: 'It also smells of smoke now.' }),
    );
    const reference = await takeInMail(
      world,
      mailSource(world, {
        references: '<other@x.test> <first@customer.test> <unknown@x.test>',
        text: 'And it leaks, please help.',
      }),
    );
    const after = await ticketOf(world, ticket.id);
    expect([answer.ticketId, reference.ticketId]).toEqual([ticket.id, ticket.id]);
    expect(after.messages.slice(-2).map(({ threadedBy }) => threadedBy)).toEqual([
      'in_reply_to',
      'references',
    ]);
  });

  it('is found by the number in the subject only from somebody the ticket knows', async () => {
    const { world, ticket } = await opened();
    const subject = `Re: kettle [#${ticket.number}]`;
    const known = await takeInMail(
      world,
      mailSource(world, { subject, text: 'Do you have any news for me?' }),
    );
    const stranger = await takeInMail(
      world,
      mailSource(world, { subject, from: 'Eve <eve@evil.test>', text: 'Please send me everything.' }),
    );
    expect(known.ticketId).toBe(ticket.id);
    expect(stranger.ticketId).not.toBe(ticket.id);
  });

  it('is not found by the number from a stranger who names an address that the ticket knows as Reply-To', async () => {
    const { world, ticket } = await opened();
    const subject = `Re: kettle [#${ticket.number}]`;
    const head = ['Reply-To: Anna Ozola <anna@customer.test>'];
    const taken = await takeInMail(
      world,
      mailSource(world, { subject, head, from: 'Eve <eve@evil.test>', text: 'Send it to my new address.' }),
    );
    expect(taken.ticketId).not.toBe(ticket.id);
  });

  it('never shares a ticket for want of an id', async () => {
    const world = await newWorld();
    const one = await takeInMail(
      world,
      mailSource(world, { messageId: null, text: 'The first one without an id.' }),
    );
    const two = await takeInMail(
      world,
      mailSource(world, { messageId: null, inReplyTo: '<>', text: 'The second one without an id.' }),
    );
    expect(one.ticketId).not.toBe(two.ticketId);
  });

  it('reopens what was solved, and not when it only says thank you', async () => {
    const { world, ticket } = await opened();
    const solve = () =>
      world.db.ticket.update({
        where: { workspaceId_id: { workspaceId: world.workspaceId, id: ticket.id } },
        data: { status: 'solved', active: false, solvedAt: world.now() },
      });
    await solve();
    await takeInMail(
      world,
      mailSource(world, { inReplyTo: '<first@customer.test>', text: 'Thank you very much!' }),
    );
    const thanked = await ticketOf(world, ticket.id);
    expect(thanked.status).toBe('solved');
    expect(thanked.messages.at(-1)).toMatchObject({ thanks: true });

    await takeInMail(
      world,
      mailSource(world, { inReplyTo: '<first@customer.test>', text: 'It is broken again.' }),
    );
    expect((await ticketOf(world, ticket.id)).status).toBe('open');
  });

  it('opens a linked ticket when the old one is closed for good', async () => {
    const { world, ticket } = await opened();
    await world.db.ticket.update({
      where: { workspaceId_id: { workspaceId: world.workspaceId, id: ticket.id } },
      data: { status: 'closed', active: false, closedAt: world.now() },
    });
    const taken = await takeInMail(
      world,
      mailSource(world, { inReplyTo: '<first@customer.test>', text: 'A year later it is broken again.' }),
    );
    const next = await ticketOf(world, taken.ticketId);
    expect(next).toMatchObject({ followUpOfId: ticket.id, status: 'new' });
    expect(next.messages[0]?.threadedBy).toBe('follow_up');

    const vacation = await takeInMail(
      world,
      mailSource(world, {
        inReplyTo: '<first@customer.test>',
        head: ['Auto-Submitted: auto-replied'],
        text: 'I am away until Monday.',
      }),
    );
    expect(vacation.ticketId).toBe(ticket.id);
    expect((await ticketOf(world, ticket.id)).status).toBe('closed');
  });

  it('follows a merged ticket to the one that is left', async () => {
    const { world, ticket } = await opened();
    const other = await takeInMail(world, mailSource(world, { subject: 'Another' }));
    await world.db.ticket.update({
      where: { workspaceId_id: { workspaceId: world.workspaceId, id: ticket.id } },
      data: { mergedIntoId: other.ticketId },
    });
    const taken = await takeInMail(
      world,
      mailSource(world, { inReplyTo: '<first@customer.test>', text: 'Is there any news on that?' }),
    );
    expect(taken.ticketId).toBe(other.ticketId);
  });
});
