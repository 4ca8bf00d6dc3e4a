import { describe, expect, it } from 'vitest';
import { agentReplyAddress } from '@/server/crypto/mail-tokens';
import { mailSource, takeInMail, ticketOf } from '../../../support/mail';
import { newWorld } from '../../../support/world';

async function opened() {
  const world = await newWorld();
  const email = `zsofia@${world.slug}.test`;
  const agent = await world.member({ email });
  const { ticketId } = await takeInMail(world, mailSource(world, { messageId: '<first@customer.test>' }));
  const ticket = await ticketOf(world, ticketId);
  const own = agentReplyAddress(
    world.mailbox.address,
    world.workspaceId,
    ticket.number,
    agent.actor.id ?? '',
  );
  return { world, agent, ticket, own, from: `Kiss Zsófia <${email}>` };
}

const forwarded = [
  'Can somebody look into this?',
  '',
  '---------- Forwarded message ---------',
  'From: Jānis Bērziņš <janis@customer.test>',
  'Date: Mon, 2 Mar 2026 at 08:00',
  'Subject: Where is my order?',
  'To: <zsofia@staff.test>',
  '',
  'Hello, my order has not arrived yet. Can you tell me where it is?',
].join('\n');

describe("an agent's mail to the address of their notification", () => {
  it('is a public answer in their name, without what they quoted', async () => {
    const { world, agent, ticket, own, from } = await opened();
    const text =
      'Please send the kettle in.\n\nOn Mon, 2 Mar 2026 at 09:00, Support <support@x.test> wrote:\n> Anna has written';
    const taken = await takeInMail(world, mailSource(world, { from, to: own, text }));
    const after = await ticketOf(world, ticket.id);
    const answer = after.messages.at(-1);

    expect(taken).toMatchObject({ state: 'processed', ticketId: ticket.id });
    expect(answer).toMatchObject({
      direction: 'outbound',
      authorKind: 'user',
      authorUserId: agent.actor.id,
      threadedBy: 'agent_mail',
      delivery: 'queued',
      inReplyTo: ['first@customer.test'],
    });
    expect(answer?.text.trim()).toBe('Please send the kettle in.');
    expect(after).toMatchObject({ status: 'open', assigneeId: agent.actor.id });
    expect(
      await world.db.outgoingMail.findFirst({
        where: { workspaceId: world.workspaceId, messageId: answer?.id ?? '' },
      }),
    ).toMatchObject({ kind: 'reply', rcptTo: ['anna@customer.test'], state: 'queued' });
  });

  it('is held when somebody else wrote it, who may have been sent the notification on', async () => {
    const { world, ticket, own } = await opened();
    const taken = await takeInMail(
      world,
      mailSource(world, { from: 'eve@evil.test', to: own, text: 'Refund everything.' }),
    );
    expect(taken).toMatchObject({ state: 'held', reason: 'not_the_agent', ticketId: null });
    expect((await ticketOf(world, ticket.id)).messages).toHaveLength(2);
  });

  it("is held from a colleague too: the address is one person's", async () => {
    const { world, own } = await opened();
    await world.member({ email: `bela@${world.slug}.test` });
    const taken = await takeInMail(
      world,
      mailSource(world, { from: `bela@${world.slug}.test`, to: own, text: 'Done.' }),
    );
    expect(taken).toMatchObject({ state: 'held', reason: 'not_the_agent' });
  });

  it('is held from somebody who only wishes answers to go to the agent', async () => {
    const { world, ticket, own, from } = await opened();
    const head = [`Reply-To: ${from}`];
    const taken = await takeInMail(
      world,
      mailSource(world, { from: 'eve@evil.test', to: own, head, text: 'Refund everything.' }),
    );
    expect(taken).toMatchObject({ state: 'held', reason: 'not_the_agent' });
    expect((await ticketOf(world, ticket.id)).messages).toHaveLength(2);
  });

  it('is only a note from somebody who may not answer customers', async () => {
    const { world, ticket, own, from, agent } = await opened();
    await world.db.membership.updateMany({
      where: { workspaceId: world.workspaceId, userId: agent.actor.id ?? '' },
      data: { role: 'light_agent' },
    });
    await takeInMail(world, mailSource(world, { from, to: own, text: 'I have the spare part.' }));
    expect((await ticketOf(world, ticket.id)).messages.at(-1)).toMatchObject({
      direction: 'note',
      delivery: null,
    });
  });

  it('is set aside when their mail program answers by itself', async () => {
    const { world, ticket, own, from } = await opened();
    const head = ['Auto-Submitted: auto-replied'];
    const taken = await takeInMail(
      world,
      mailSource(world, { from, to: own, head, text: 'I am on holiday.' }),
    );
    expect(taken).toMatchObject({ state: 'discarded', reason: 'answers_notification' });
    expect((await ticketOf(world, ticket.id)).messages).toHaveLength(2);
  });
});

describe("a colleague's mail on a ticket", () => {
  it('is a note, since nobody asked for it to be sent on', async () => {
    const { world, ticket, from } = await opened();
    await takeInMail(
      world,
      mailSource(world, { from, inReplyTo: '<first@customer.test>', text: 'I know this customer.' }),
    );
    const after = await ticketOf(world, ticket.id);
    expect(after.messages.at(-1)).toMatchObject({
      direction: 'note',
      authorKind: 'user',
      threadedBy: 'in_reply_to',
    });
    expect(after.status).toBe('new');
  });

  it.each(['Reply-To', 'X-Original-Sender'])(
    'is not what somebody else sent with their %s',
    async (field) => {
      const { world, ticket, from } = await opened();
      const mail = {
        from: 'eve@evil.test',
        head: [`${field}: ${from}`],
        text: 'Send him a new one for free.',
      };
      await takeInMail(world, mailSource(world, { ...mail, inReplyTo: '<first@customer.test>' }));
      expect((await ticketOf(world, ticket.id)).messages.at(-1)).toMatchObject({
        direction: 'inbound',
        authorKind: 'customer',
      });
    },
  );

  it('is not what names a second author', async () => {
    const { world, ticket, from } = await opened();
    const mail = { from: `${from}, eve@evil.test`, text: 'Send him a new one for free.' };
    await takeInMail(world, mailSource(world, { ...mail, inReplyTo: '<first@customer.test>' }));
    expect((await ticketOf(world, ticket.id)).messages.at(-1)).toMatchObject({ authorKind: 'customer' });
  });

  it('is the word of a customer where they asked themselves', async () => {
    const { world, from } = await opened();
    const first = await takeInMail(
      world,
      mailSource(world, { from, messageId: '<mine@staff.test>', text: 'My own chair is broken.' }),
    );
    await takeInMail(
      world,
      mailSource(world, { from, inReplyTo: '<mine@staff.test>', text: 'And the table as well, sorry.' }),
    );
    const ticket = await ticketOf(world, first.ticketId);
    expect(ticket.messages.filter(({ direction }) => direction === 'inbound')).toHaveLength(2);
  });
});

describe('a mail that a colleague forwards', () => {
  it('opens the ticket for the one who wrote it, with their own words as a note', async () => {
    const { world, agent, from } = await opened();
    const outboxBefore = await world.db.outgoingMail.count({ where: { workspaceId: world.workspaceId } });
    const taken = await takeInMail(
      world,
      mailSource(world, { from, subject: 'Fwd: Where is my order?', text: forwarded }),
    );
    const ticket = await ticketOf(world, taken.ticketId);
    const [message, note] = ticket.messages;

    expect(ticket.subject).toBe('Where is my order?');
    expect(ticket.requester).toMatchObject({ displayName: 'Jānis Bērziņš' });
    expect(message).toMatchObject({
      direction: 'inbound',
      threadedBy: 'forwarded',
      authorKind: 'customer',
      authorAddress: 'janis@customer.test',
    });
    expect(message?.text).toContain('has not arrived yet');
    expect(note).toMatchObject({ direction: 'note', authorUserId: agent.actor.id });
    expect(note?.text.trim()).toBe('Can somebody look into this?');
    expect(await world.db.outgoingMail.count({ where: { workspaceId: world.workspaceId } })).toBe(
      outboxBefore,
    );
  });

  it('never makes a colleague the requester', async () => {
    const { world, from } = await opened();
    await world.member({ email: 'janis@customer.test' });
    const taken = await takeInMail(
      world,
      mailSource(world, { from, subject: 'Fwd: Where is my order?', text: forwarded }),
    );
    const ticket = await ticketOf(world, taken.ticketId);
    expect(ticket.messages[0]?.threadedBy).toBe('new');
  });

  it('is what it is from anybody outside', async () => {
    const { world } = await opened();
    const taken = await takeInMail(
      world,
      mailSource(world, { from: 'eve@evil.test', subject: 'Fwd: x', text: forwarded }),
    );
    const ticket = await ticketOf(world, taken.ticketId);
    expect(ticket.messages[0]).toMatchObject({ authorAddress: 'eve@evil.test', threadedBy: 'new' });
  });
});
