import { expect, test } from 'vitest';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { saveDraft } from '@/features/tickets/commands/save-draft';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { draftInput, noteInput } from '@/features/tickets/inputs';
import { getTicketPage, type TicketPage } from '@/features/tickets/queries';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { answer, anUpload, type World, withTicket } from './support';

async function pageOf(ctx: StaffContext, number: number, from: string | null = null): Promise<TicketPage> {
  const page = await getTicketPage(ctx, number, { from });
  if (!page || !('ticket' in page)) throw new Error('no page');
  return page;
}

async function manyMessages(world: World, ticketId: string, count: number) {
  const { workspaceId, db } = world;
  const rows = Array.from({ length: count }, (_, index) => ({
    workspaceId,
    id: world.system().newId(),
    ticketId,
    direction: 'inbound' as const,
    channel: 'email' as const,
    authorKind: 'customer' as const,
    authorName: 'Anna Ozola',
    text: `message ${index}`,
    visibleText: `message ${index}`,
    html: `<p>message ${index}</p>`,
    createdAt: new Date(world.now().getTime() + (index + 1) * 1000),
  }));
  await db.message.createMany({ data: rows });
  await db.messageAddress.createMany({
    data: rows.flatMap(({ id }) =>
      (['from', 'to'] as const).map((kind) => ({
        workspaceId,
        messageId: id,
        kind,
        position: 0,
        address: `${kind}@customer.test`,
      })),
    ),
  });
  return rows.map(({ id }) => id);
}

test('a page shows the ticket, its customer, what was said and what happened', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  const teamId = await world.team('Repairs');
  await changeTicket(ctx, { ticketId, teamId, addTags: ['kettle', 'vip'] });
  world.pass(60);
  await answer(ctx, { ticketId, cc: ['bela@customer.test'], attachmentIds: [await anUpload(ctx)] });
  const page = await pageOf(ctx, number);

  expect(page.ticket).toMatchObject({
    subject: 'Broken kettle',
    status: 'pending',
    assignee: 'Zsófia Kiss',
    team: 'Repairs',
    tags: ['kettle', 'vip'],
    requester: 'Anna Ozola',
    identities: [{ kind: 'email', value: 'anna@customer.test', primary: true, bounced: false }],
    mergedInto: null,
    followUpOf: null,
    followUps: [],
  });
  expect(page.messages).toMatchObject([
    { direction: 'inbound', authorName: 'Anna Ozola', html: '<p>My kettle is broken.</p>', files: [] },
    { direction: 'outbound', delivery: 'queued', threadedBy: 'hand', files: [{ name: 'photo.png' }] },
  ]);
  const cc = page.messages[1]?.addresses.filter(({ kind }) => kind === 'cc');
  expect(cc).toEqual([{ kind: 'cc', name: null, address: 'bela@customer.test' }]);
  expect(page.events.map(({ type, to }) => [type, to])).toEqual([
    ['ticket.created', null],
    ['ticket.team_changed', 'Repairs'],
    ['ticket.tagged', expect.any(String)],
    ['ticket.tagged', expect.any(String)],
    ['ticket.status_changed', null],
    ['ticket.assigned', 'Zsófia Kiss'],
  ]);
  expect(page.choices).toMatchObject({
    people: [{ name: 'Zsófia Kiss' }],
    teams: [{ id: teamId, name: 'Repairs' }],
    tags: ['kettle', 'vip'],
    mailboxes: [world.mailbox.address],
  });
  expect(page.may).toMatchObject({ reply: true, update: true, note: true, source: false });
});

test('a page with 50 messages takes at most eight statements, and does not grow with them', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  await manyMessages(world, ticketId, 60);
  const { db, statements, close } = countingDatabase();
  await db.$queryRaw`select 1`;
  statements();
  const page = await pageOf({ ...ctx, db }, number);
  expect(page.messages).toHaveLength(50);
  expect(statements().length).toBeLessThanOrEqual(8);
  await close();
});

test('the newest 50 messages stand there, and earlier ones are reached page by page', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  const ids = await manyMessages(world, ticketId, 120);
  const first = await pageOf(ctx, number);
  expect(first.messages.map(({ id }) => id)).toEqual(ids.slice(-50));
  expect(first.earlier).toBe(ids[20]);

  const second = await pageOf(ctx, number, first.earlier);
  expect(second.messages.map(({ id }) => id)).toEqual(ids.slice(20));
  const third = await pageOf(ctx, number, second.earlier);
  expect(third.messages).toHaveLength(121);
  expect(third.earlier).toBeNull();
});

test('a message that arrives while somebody reads earlier ones pushes none of them away', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  const ids = await manyMessages(world, ticketId, 80);
  const { earlier } = await pageOf(ctx, number);
  const before = await pageOf(ctx, number, earlier);
  world.pass(200);
  await answer(ctx, { ticketId });
  const after = await pageOf(ctx, number, earlier);
  expect(after.messages.slice(0, -1).map(({ id }) => id)).toEqual(before.messages.map(({ id }) => id));
  expect(before.messages).toHaveLength(ids.length + 1);
});

test('only what happened since the first shown message is told', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  await changeTicket(ctx, { ticketId, priority: 'high' });
  await manyMessages(world, ticketId, 60);
  world.pass(3600);
  await changeTicket(ctx, { ticketId, priority: 'urgent' });
  expect((await pageOf(ctx, number)).events.map(({ data }) => data)).toEqual([
    { from: 'high', to: 'urgent' },
  ]);
});

test('the words of older messages are fetched when they are asked for', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  await manyMessages(world, ticketId, 20);
  const { messages } = await pageOf(ctx, number);
  expect(messages.filter(({ loaded }) => loaded)).toHaveLength(10);
  expect(messages[0]).toMatchObject({ loaded: false, html: null, hasHtml: true });
  expect(messages.at(-1)).toMatchObject({ loaded: true, html: '<p>message 19</p>' });

  const wanted = messages[3]?.id ?? '';
  const page = await getTicketPage(ctx, number, { open: [wanted] });
  const opened = page && 'messages' in page ? page.messages.filter(({ loaded }) => loaded) : [];
  expect(opened).toHaveLength(11);
  expect(opened[0]).toMatchObject({ id: wanted, html: '<p>message 2</p>' });
});

test('a giant mail does not make a giant page', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  const [id = ''] = await manyMessages(world, ticketId, 1);
  const words = 'x'.repeat(400_000);
  await world.db.message.updateMany({
    where: { workspaceId: world.workspaceId, id },
    data: { html: words, text: words, visibleText: words },
  });
  const { messages } = await pageOf(ctx, number);
  expect(messages.at(-1)).toMatchObject({ whole: false, html: null, hasHtml: true });
  expect(JSON.stringify(messages).length).toBeLessThan(120_000);
});

test('a header of a mail that is called like a note of ours says nothing of files', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  const where = { workspaceId: world.workspaceId, ticketId };
  await world.db.message.updateMany({ where, data: { headers: { 'missing-files': 'gone.pdf' } } });
  const page = await pageOf(ctx, number);
  expect(page.messages.map(({ missing }) => missing)).toEqual([null]);
});

test("the customer's other tickets are counted and the newest five named, as far as the reader may open them", async () => {
  const { world, ctx, number } = await withTicket();
  const teamId = await world.team();
  const other = await world.team();
  for (let i = 0; i < 6; i++) {
    world.pass(60);
    await world.ticket(ctx, { subject: `Case ${i}`, teamId: i === 5 ? teamId : other });
  }
  const { others } = await pageOf(ctx, number);
  expect(others.count).toBe(6);
  expect(others.tickets.map(({ subject }) => subject)).toEqual([
    'Case 5',
    'Case 4',
    'Case 3',
    'Case 2',
    'Case 1',
  ]);

  const narrow = await world.member({ scope: 'team', teamIds: [teamId] });
  expect((await pageOf(narrow, number)).others).toMatchObject({ count: 1, tickets: [{ subject: 'Case 5' }] });
});

test('who may not see a ticket gets none', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  expect(await getTicketPage(await (await newWorld()).member(), number)).toBeNull();
  expect(await getTicketPage(ctx, number + 1000)).toBeNull();
  const own = await world.member({ scope: 'own' });
  expect(await getTicketPage(own, number)).toBeNull();
  await changeTicket(ctx, { ticketId, assigneeId: own.actor.id });
  expect(await getTicketPage(own, number)).not.toBeNull();

  const teamId = await world.team();
  await changeTicket(ctx, { ticketId, assigneeId: null, teamId });
  expect(await getTicketPage(await world.member({ scope: 'team' }), number)).toBeNull();
  expect(
    await getTicketPage(await world.member({ scope: 'team', teamIds: [teamId] }), number),
  ).not.toBeNull();
});

test('what a light agent may do is a note', async () => {
  const { world, number } = await withTicket();
  const light = await pageOf(await world.member({ role: 'light_agent' }), number);
  expect(light.may).toMatchObject({ reply: false, update: false, note: true, source: false });
  expect((await pageOf(await world.member({ role: 'admin' }), number)).may.source).toBe(true);
});

test('a merged ticket leads to the one that it was merged into, when the reader may open that one', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  const into = await world.ticket(ctx);
  const { workspaceId } = world;
  await world.db.ticket.updateMany({
    where: { workspaceId, id: ticketId },
    data: { mergedIntoId: into.ticketId },
  });
  expect(await getTicketPage(ctx, number)).toEqual({ mergedInto: into.number });

  const teamId = await world.team();
  await changeTicket(ctx, { ticketId: into.ticketId, teamId });
  const narrow = await world.member({ scope: 'team' });
  expect(await getTicketPage(narrow, number)).toMatchObject({ ticket: { number, mergedInto: null } });
});

test('a follow-up names the ticket it follows, and the other way round', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  const next = await world.ticket(ctx);
  await world.db.ticket.updateMany({
    where: { workspaceId: world.workspaceId, id: next.ticketId },
    data: { followUpOfId: ticketId },
  });
  expect((await pageOf(ctx, number)).ticket.followUps).toEqual([next.number]);
  expect((await pageOf(ctx, next.number)).ticket.followUpOf).toBe(number);
});

test('a draft comes back to its writer, with its files, and to nobody else', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  const files = [await anUpload(ctx, 'b.png'), await anUpload(ctx, 'a.png')];
  const words = { ticketId, html: '<p>Dear</p>', cc: ['bela@customer.test'], attachmentIds: files };
  await saveDraft(ctx, draftInput.parse({ ...words, kind: 'reply' }));
  const { drafts } = (await pageOf(ctx, number)).ticket;
  expect(drafts).toMatchObject([
    {
      kind: 'reply',
      html: '<p>Dear</p>',
      cc: ['bela@customer.test'],
      files: [{ name: 'b.png' }, { name: 'a.png' }],
    },
  ]);
  expect((await pageOf(await world.member(), number)).ticket.drafts).toEqual([]);
});

test('the answer goes to whoever wrote last, and to all when asked, but never to us', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  const [id = ''] = await manyMessages(world, ticketId, 1);
  await addNoteToTicket(ctx, noteInput.parse({ ticketId, html: 'note' }));
  await world.db.messageAddress.create({
    data: {
      workspaceId: world.workspaceId,
      messageId: id,
      kind: 'cc',
      position: 0,
      address: world.mailbox.address,
    },
  });
  const { recipients } = await pageOf(ctx, number);
  expect(recipients.reply.to.map(({ address }) => address)).toEqual(['from@customer.test']);
  expect(recipients.replyAll.to.map(({ address }) => address)).toEqual([
    'anna@customer.test',
    'from@customer.test',
  ]);
  expect(recipients.replyAll.cc.map(({ address }) => address)).toEqual(['to@customer.test']);
});
