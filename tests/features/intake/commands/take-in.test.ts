import { describe, expect, it } from 'vitest';
import { mailSource, takeInMail, ticketOf } from '../../../support/mail';
import { newWorld } from '../../../support/world';

const outbox = (world: Awaited<ReturnType<typeof newWorld>>) =>
  world.db.outgoingMail.findMany({
    where: { workspaceId: world.workspaceId },
    orderBy: { createdAt: 'asc' },
  });

describe("a customer's first mail", () => {
  it('opens a ticket with the message, its sender and its words', async () => {
    const world = await newWorld();
    const taken = await takeInMail(
      world,
      mailSource(world, {
        subject: '=?utf-8?Q?Elromlott_a_teáskanna?=',
        text: 'Jó napot kívánok! Elromlott a teáskannám, mit tegyek vele?',
      }),
    );
    const ticket = await ticketOf(world, taken.ticketId);

    expect(taken).toMatchObject({ state: 'processed', verdict: 'human', reason: 'person' });
    expect(ticket).toMatchObject({
      status: 'new',
      channel: 'email',
      subject: 'Elromlott a teáskanna',
      language: 'hu',
    });
    expect(ticket.requester).toMatchObject({ displayName: 'Anna Ozola', locale: 'hu' });
    expect(ticket.requester.identities).toMatchObject([{ value: 'anna@customer.test' }]);
    expect(ticket.messages[0]).toMatchObject({
      direction: 'inbound',
      threadedBy: 'new',
      authorAddress: 'anna@customer.test',
      rawInboundId: taken.id,
      automated: null,
    });
  });

  it('is acknowledged once, in the language of the customer, with the number of the ticket', async () => {
    const world = await newWorld();
    const taken = await takeInMail(
      world,
      mailSource(world, { text: 'Labdien! Mana tējkanna ir salauzta, ko man darīt?' }),
    );
    const ticket = await ticketOf(world, taken.ticketId);
    const [mail, ...more] = await outbox(world);
    const acknowledgement = ticket.messages.find(({ direction }) => direction === 'outbound');

    expect(more).toEqual([]);
    expect(ticket.messages.map(({ direction }) => direction)).toEqual(['inbound', 'outbound']);
    expect(mail).toMatchObject({
      kind: 'acknowledgement',
      rcptTo: ['anna@customer.test'],
      subject: `Re: Broken kettle [#${ticket.number}]`,
      headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    });
    expect(acknowledgement).toMatchObject({ authorKind: 'system', language: 'lv', delivery: 'queued' });
    expect(acknowledgement?.text).toContain(String(ticket.number));
    expect(acknowledgement?.text).not.toContain('varat sagaidīt');
    expect(ticket).toMatchObject({ status: 'new', lastDirection: 'inbound', firstRepliedAt: null });
  });

  it('is not acknowledged when the workspace does not want it', async () => {
    const world = await newWorld();
    await world.db.workspace.update({ where: { id: world.workspaceId }, data: { acknowledge: false } });
    await takeInMail(world, mailSource(world));
    expect(await outbox(world)).toEqual([]);
  });

  it("is acknowledged in the workspace's own words where it has some", async () => {
    const world = await newWorld();
    await world.db.mailText.create({
      data: {
        workspaceId: world.workspaceId,
        kind: 'acknowledgement',
        locale: 'en',
        subject: 'Got it: {subject} [#{number}]',
        body: 'Number {number} at {workspace}, {unknown}.',
      },
    });
    const taken = await takeInMail(world, mailSource(world));
    const ticket = await ticketOf(world, taken.ticketId);
    const [mail] = await outbox(world);
    expect(mail?.subject).toBe(`Got it: Broken kettle [#${ticket.number}]`);
    expect(ticket.messages[1]?.text).toBe(`Number ${ticket.number} at Test workspace, {unknown}.`);
  });

  it('is acknowledged no more than three times a day', async () => {
    const world = await newWorld();
    for (let i = 0; i < 5; i++) await takeInMail(world, mailSource(world, { subject: `Question ${i}` }));
    expect(await outbox(world)).toHaveLength(3);
    world.pass(25 * 3600);
    await takeInMail(world, mailSource(world, { subject: 'Next day' }));
    expect(await outbox(world)).toHaveLength(4);
  });

  it('keeps its files under what is in them', async () => {
    const world = await newWorld();
    const body = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'See the picture, please tell me what to do.',
      '--b',
      "Content-Type: application/pdf; name*=utf-8''sz%C3%A1mla.pdf",
      'Content-Disposition: attachment',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('%PDF-1.4 not really').toString('base64'),
      '--b--',
      '',
    ].join('\r\n');
    const ticket = await ticketOf(world, (await takeInMail(world, mailSource(world, { body }))).ticketId);
    expect(ticket.messages[0]?.attachments).toMatchObject([{ name: 'számla.pdf', size: 19, inline: false }]);
  });
});

describe('one message', () => {
  it('that comes over two ways is on its ticket once', async () => {
    const world = await newWorld();
    const source = mailSource(world);
    const first = await takeInMail(world, source);
    const second = await takeInMail(world, `Received: from elsewhere\r\n${source}`);
    expect(second).toMatchObject({ state: 'discarded', verdict: 'duplicate', ticketId: first.ticketId });
    expect(
      (await ticketOf(world, first.ticketId)).messages.filter(({ direction }) => direction === 'inbound'),
    ).toHaveLength(1);
  });

  it('is not lost because another one has the same id', async () => {
    const world = await newWorld();
    const first = await takeInMail(
      world,
      mailSource(world, { messageId: '<same@bad.test>', text: 'The first of two messages.' }),
    );
    const second = await takeInMail(
      world,
      mailSource(world, { messageId: '<same@bad.test>', text: 'The other of two messages.' }),
    );
    expect(first.state).toBe('processed');
    expect(second.state).toBe('processed');
    expect(
      await world.db.message.count({ where: { workspaceId: world.workspaceId, direction: 'inbound' } }),
    ).toBe(2);
  });
});
