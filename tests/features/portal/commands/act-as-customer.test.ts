import { expect, test } from 'vitest';
import { askWhen } from '@/features/portal/commands/ask-when';
import { reopenAsCustomer } from '@/features/portal/commands/reopen-as-customer';
import { replyAsCustomer } from '@/features/portal/commands/reply-as-customer';
import { solveAsCustomer } from '@/features/portal/commands/solve-as-customer';
import { replyInput } from '@/features/portal/inputs';
import { requestPage } from '@/features/portal/queries';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { calendarInput } from '@/features/sla/inputs';
import { OFFICE_WEEK } from '../../sla/support';
import { acting, answered, contextOf, customerOf, requestWorld } from '../support';

const words = (over: object) => replyInput.parse({ text: 'It still does not work.', ...over });

test('an answer in the portal opens what waited for it, as a mail would, and is answered by mail', async () => {
  const { world, agent, customer, ticket, ctx } = await requestWorld();
  await answered(world, agent, { ticketId: ticket.ticketId });
  const copied = words({ number: ticket.number, cc: `boss@customer.test, ${world.mailbox.address}` });
  const sent = await replyAsCustomer(await acting(world, ctx), copied);
  expect(sent).toEqual({
    ok: true,
    value: { goTo: `/help/${world.slug}/en/requests/${ticket.number}?sent` },
  });
  const { db, workspaceId } = world;
  const now = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticket.ticketId } });
  expect(now).toMatchObject({ status: 'open', lastDirection: 'inbound', preview: 'It still does not work.' });
  const message = await db.message.findFirstOrThrow({
    where: { workspaceId, id: now.lastMessageId ?? '' },
    include: { addresses: true },
  });
  expect(message).toMatchObject({
    channel: 'web',
    authorCustomerId: customer.id,
    authorAddress: customer.email,
  });
  expect(message.addresses.map(({ kind, address }) => [kind, address])).toEqual([
    ['from', customer.email],
    ['cc', 'boss@customer.test'],
  ]);
  expect((await requestPage(ctx, { number: ticket.number, before: null }))?.cc).toEqual([
    'boss@customer.test',
  ]);
});

test('a file comes along, also without a word; one that may not be sent is refused', async () => {
  const { world, ticket, ctx } = await requestWorld();
  const who = await acting(world, ctx);
  const note = new File(['the serial number is 12'], 'serial.txt', { type: 'text/plain' });
  expect((await replyAsCustomer(who, words({ number: ticket.number, text: '', files: [note] }))).ok).toBe(
    true,
  );
  const page = await requestPage(ctx, { number: ticket.number, before: null });
  expect(page?.messages.at(-1)?.files).toMatchObject([{ name: 'serial.txt', type: 'text/plain' }]);
  const program = new File(['MZ'], 'lamp.exe');
  expect(await replyAsCustomer(who, words({ number: ticket.number, files: [program] }))).toEqual({
    ok: false,
    error: { code: 'file.type_not_allowed' },
  });
  expect(await replyAsCustomer(who, words({ number: ticket.number, text: '' }))).toMatchObject({
    ok: false,
    error: { code: 'input.invalid', fields: { text: ['too_small'] } },
  });
});

test('the customer closes what is solved, and opens it again by writing', async () => {
  const { world, ticket, ctx } = await requestWorld();
  const who = await acting(world, ctx);
  expect((await solveAsCustomer(who, { number: ticket.number })).ok).toBe(true);
  const status = async () =>
    (
      await world.db.ticket.findFirstOrThrow({
        where: { workspaceId: world.workspaceId, number: ticket.number },
      })
    ).status;
  expect(await status()).toBe('solved');
  expect((await solveAsCustomer(who, { number: ticket.number })).ok).toBe(true);
  await replyAsCustomer(who, words({ number: ticket.number, text: 'Thank you!' }));
  expect(await status()).toBe('solved');
  await replyAsCustomer(who, words({ number: ticket.number }));
  expect(await status()).toBe('open');
});

test('the customer says that it is not solved after all; the steps stand between the messages', async () => {
  const { world, ticket, ctx } = await requestWorld();
  const who = await acting(world, ctx);
  const named = { number: ticket.number };
  expect(await reopenAsCustomer(who, named)).toMatchObject({ ok: true });
  world.pass(60);
  await solveAsCustomer(who, named);
  world.pass(60);
  expect(await reopenAsCustomer(who, named)).toEqual({
    ok: true,
    value: { goTo: `/help/${world.slug}/en/requests/${ticket.number}?reopened` },
  });
  const page = await requestPage(ctx, { ...named, before: null });
  expect(page?.request.status).toBe('open');
  expect(page?.steps.map(({ what }) => what)).toEqual(['solved', 'reopened']);
  const stranger = await acting(world, contextOf(world, await customerOf(world)));
  expect(await reopenAsCustomer(stranger, named)).toEqual({ ok: false, error: { code: 'not_found' } });
});

test('who asks when they can expect an answer is told, once; where nothing tells a time, that is said', async () => {
  const { world, agent, ticket, ctx } = await requestWorld();
  const { db, workspaceId } = world;
  const who = await acting(world, ctx);
  const named = { number: ticket.number };
  const page = () => requestPage(ctx, { ...named, before: null });
  expect((await page())?.may.askWhen).toBe(true);
  const inVain = { ok: false, error: { code: 'promise.no_ground' } };
  expect(await askWhen(who, named)).toEqual(inVain);
  const admin = await world.member({ role: 'admin' });
  const calendar = { name: 'Office', timeZone: 'Europe/Riga', week: OFFICE_WEEK, standard: true };
  await saveCalendar(admin, calendarInput.parse(calendar));
  await db.workspace.update({ where: { id: workspaceId }, data: { answerWithinHours: 4 } });
  const told = { ok: true, value: { goTo: `/help/${world.slug}/en/requests/${ticket.number}` } };
  expect(await askWhen(who, named)).toEqual(told);
  expect(await askWhen(who, named)).toEqual(told);
  const promises = await db.ticketPromise.findMany({ where: { workspaceId } });
  expect(promises).toMatchObject([{ about: 'answer', source: 'general', promisedByName: '' }]);
  const after = await page();
  expect(after?.may.askWhen).toBe(false);
  expect(after?.steps).toMatchObject([
    { what: 'promised', about: 'answer', dueAt: promises[0]?.dueAt.toISOString() },
  ]);
  // What was promised has passed: whoever asks again gets a new time, and the old one stays broken.
  world.pass(8 * 86_400);
  expect((await page())?.may.askWhen).toBe(true);
  expect(await askWhen(who, named)).toEqual(told);
  const both = await db.ticketPromise.findMany({ where: { workspaceId }, orderBy: { dueAt: 'asc' } });
  expect(both.map(({ brokenAt, openAs }) => [brokenAt !== null, openAs])).toEqual([
    [true, null],
    [false, 'answer'],
  ]);
  expect((await page())?.may.askWhen).toBe(false);
  await answered(world, agent, { ticketId: ticket.ticketId });
  expect(await askWhen(who, named)).toEqual({ ok: false, error: { code: 'ticket.closed' } });
  const stranger = await acting(world, contextOf(world, await customerOf(world)));
  expect(await askWhen(stranger, named)).toEqual({ ok: false, error: { code: 'not_found' } });
});

test('what is written on a closed request begins one that follows it', async () => {
  const { world, ticket, ctx } = await requestWorld();
  const { db, workspaceId } = world;
  await db.ticket.update({
    where: { workspaceId_id: { workspaceId, id: ticket.ticketId } },
    data: { status: 'closed', active: false, closedAt: world.now() },
  });
  const hours = { timeZone: 'Europe/Budapest', week: OFFICE_WEEK, standard: true };
  await saveCalendar(
    await world.member({ role: 'owner' }),
    calendarInput.parse({ name: 'Office', ...hours }),
  );
  const sent = await replyAsCustomer(await acting(world, ctx), words({ number: ticket.number }));
  const follow = await db.ticket.findFirstOrThrow({ where: { workspaceId, followUpOfId: ticket.ticketId } });
  expect(follow).toMatchObject({ status: 'new', requesterId: ctx.actor.id, channel: 'web' });
  const promises = await db.ticketPromise.findMany({ where: { workspaceId, ticketId: follow.id } });
  expect(promises).toMatchObject([{ about: 'answer', source: 'general', toldById: null }]);
  expect(sent).toMatchObject({ value: { goTo: `/help/${world.slug}/en/requests/${follow.number}?sent` } });
  expect(await solveAsCustomer(await acting(world, ctx), { number: ticket.number })).toEqual({
    ok: false,
    error: { code: 'ticket.closed' },
  });
});

test('nobody writes on or closes what is not theirs; a colleague may write and not close', async () => {
  const { world, ticket, customer } = await requestWorld();
  const stranger = await customerOf(world);
  const organizationId = world.workspaceId;
  await world.db.organization.create({
    data: { workspaceId: world.workspaceId, id: organizationId, name: 'Lamp Makers' },
  });
  await world.db.customer.updateMany({ where: { id: customer.id }, data: { organizationId } });
  const outside = await acting(world, contextOf(world, stranger));
  const colleague = await acting(world, contextOf(world, stranger, { organizationId }));
  const notFound = { ok: false, error: { code: 'not_found' } };
  expect(await replyAsCustomer(outside, words({ number: ticket.number }))).toEqual(notFound);
  expect(await solveAsCustomer(outside, { number: ticket.number })).toEqual(notFound);
  expect(await solveAsCustomer(colleague, { number: ticket.number })).toEqual(notFound);
  expect((await replyAsCustomer(colleague, words({ number: ticket.number }))).ok).toBe(true);
});

test('a link to one request is good for that one alone', async () => {
  const { world, agent, customer, ticket } = await requestWorld();
  const other = await world.ticket(agent, { requester: { email: customer.email, name: customer.name } });
  const guest = await acting(world, contextOf(world, customer, { ticketId: ticket.ticketId }), 'token');
  expect(await replyAsCustomer(guest, words({ number: other.number }))).toMatchObject({ ok: false });
  expect(await replyAsCustomer(guest, words({ number: ticket.number }))).toEqual({
    ok: true,
    value: { goTo: `/help/${world.slug}/en/request/token?sent` },
  });
});
