import { expect, it } from 'vitest';
import { removeUnnamed } from '@/features/attachments/commands/remove-unnamed';
import { linkTickets } from '@/features/links/commands/link-tickets';
import { heardRequest } from '@/features/portal/queries';
import { listRequests } from '@/features/portal/queries-list';
import { requestOf } from '@/features/portal/request-of';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { changeEach } from '@/features/tickets/commands/change-each';
import { eraseAside } from '@/features/tickets/commands/erase-aside';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { getTicketPage } from '@/features/tickets/queries';
import { countViews, listView } from '@/features/views/queries';
import type { StaffContext } from '@/server/context';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';
import { mailSource, takeInMail } from '../../support/mail';
import { requestWorld } from '../portal/support';
import { newDesk, T1 } from '../sla/support';
import { answer, historyOf, ticketOf, withTicket } from './support';

const DAY = 86_400;
const NOT_FOUND = { ok: false, error: { code: 'not_found' } };

async function desk(at?: string) {
  const given = await withTicket(at ? { at } : {});
  const lead = await given.world.member({ role: 'manager', name: 'Liene' });
  const put = (trash: boolean, ctx: StaffContext = lead) =>
    changeTicket(ctx, { ticketId: given.ticketId, trash });
  const inView = async (view: 'spam' | 'trash' | 'open', ctx: StaffContext = lead) =>
    (await listView(ctx, { view })).rows.map(({ number }) => number);
  return { ...given, lead, put, inView };
}

it('a manager puts a ticket into the trash: it is in no list but that one, counts nowhere, and comes back as it was', async () => {
  const { world, ctx, lead, ticketId, number, put, inView } = await desk();
  expect(await put(true, ctx)).toEqual(NOT_FOUND);
  world.pass(60);
  expect(await put(true)).toMatchObject({ ok: true });
  expect(await ticketOf(world, ticketId)).toMatchObject({
    trashedAt: world.now(),
    asideAt: world.now(),
    status: 'new',
  });
  expect([await inView('open'), await inView('trash'), await inView('spam')]).toEqual([[], [number], []]);
  expect(await inView('trash', ctx)).toEqual([]);
  expect(await countViews(lead)).toMatchObject({ open: 0, unassigned: 0 });
  expect(await getTicketPage(ctx, number)).toBeNull();
  expect(await getTicketPage(lead, number)).toMatchObject({
    ticket: { erasedOn: new Date(world.now().getTime() + 30 * DAY * 1000) },
    may: { reply: false, note: false, update: false, merge: false, trash: true },
  });
  expect(await changeTicket(lead, { ticketId, priority: 'high' })).toEqual(NOT_FOUND);
  expect(await addNoteToTicket(lead, { ticketId, html: '<p>x</p>' })).toEqual(NOT_FOUND);
  expect(await put(false)).toMatchObject({ ok: true });
  expect(await inView('open')).toEqual([number]);
  expect(await ticketOf(world, ticketId)).toMatchObject({ trashedAt: null, asideAt: null });
  expect((await historyOf(world, ticketId)).filter((type) => type.includes('trash'))).toHaveLength(2);
});

it('many at once, also closed ones and taken back; spam has a list that everybody sees', async () => {
  const { world, ctx, lead, ticketId, number, inView } = await desk();
  await world.db.ticket.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { status: 'closed', active: false },
  });
  const done = await changeEach(lead, { changes: [{ ticketId, trash: true }] });
  expect(await inView('trash')).toEqual([number]);
  const undo = done.ok ? done.value.outcomes.flatMap((each) => each.undo ?? []) : [];
  await changeEach(lead, { changes: undo });
  expect(await inView('trash')).toEqual([]);
  const other = await world.ticket(ctx);
  await changeTicket(ctx, { ticketId: other.ticketId, spam: true });
  expect(await inView('spam', ctx)).toEqual([other.number]);
  await changeTicket(ctx, { ticketId: other.ticketId, spam: false });
  expect(await inView('spam', ctx)).toEqual([]);
});

it('what a customer writes takes their ticket out of the trash; machines and spam do not', async () => {
  const { world, lead, inView } = await desk();
  const first = await takeInMail(world, mailSource(world, { messageId: '<first@customer.test>' }));
  const ticketId = first.ticketId ?? '';
  const again = async (over: object) => {
    world.pass(60);
    await takeInMail(
      world,
      mailSource(world, { inReplyTo: '<first@customer.test>', text: 'Are you there?', ...over }),
    );
  };
  await changeTicket(lead, { ticketId, trash: true });
  await again({ head: ['Auto-Submitted: auto-replied'] });
  expect(await inView('trash')).toHaveLength(1);
  await again({});
  expect(await ticketOf(world, ticketId)).toMatchObject({ trashedAt: null, asideAt: null });
  await changeTicket(lead, { ticketId, spam: true });
  await changeTicket(lead, { ticketId, trash: true });
  await again({});
  expect(await inView('trash')).toHaveLength(1);
});

it('clocks end in the trash, and run again outside', async () => {
  const { world, agent, calendar, policy } = await newDesk('2026-01-05T09:00:00Z');
  await policy(await calendar(), T1);
  const { ticketId } = await world.ticket(agent);
  const lead = await world.member({ role: 'manager' });
  const running = () =>
    world.db.slaClock.count({
      where: { workspaceId: world.workspaceId, ticketId, cancelledAt: null, fulfilledAt: null },
    });
  expect(await running()).toBeGreaterThan(0);
  world.pass(60);
  await changeTicket(lead, { ticketId, trash: true });
  expect(await running()).toBe(0);
  world.pass(60);
  await changeTicket(lead, { ticketId, trash: false });
  expect(await running()).toBeGreaterThan(0);
});

it('customers do not see in the portal what lies in the trash', async () => {
  const { world, ticket, ctx } = await requestWorld();
  const lead = await world.member({ role: 'manager' });
  const asked = { whose: 'mine', state: 'all', search: '', after: null } as const;
  expect((await listRequests(ctx, asked)).rows).toHaveLength(1);
  await changeTicket(lead, { ticketId: ticket.ticketId, trash: true });
  expect((await listRequests(ctx, asked)).rows).toEqual([]);
  expect(await heardRequest(ctx, ticket.number)).toBeNull();
  expect(await world.db.$transaction((tx) => requestOf(tx, ctx, ticket.number))).toBeNull();
});

it('after its days spam and trash are erased with everything, and not a second before', async () => {
  const { world, ctx, lead, ticketId, number, put } = await desk('2020-02-03T09:00:00Z');
  const { db, workspaceId } = world;
  const { sha256 } = await stored(ctx);
  const merged = await world.ticket(ctx);
  const kept = await world.ticket(ctx);
  await mergeTickets(lead, { ticketId: merged.ticketId, intoNumber: number, acrossCustomers: false });
  await linkTickets(lead, { ticketId: kept.ticketId, number, as: 'related' });
  await db.ticket.updateMany({ where: { workspaceId, id: kept.ticketId }, data: { followUpOfId: ticketId } });
  await answer(ctx, { ticketId, attachmentIds: [await uploadOf(ctx, sha256)] });
  await db.workspace.update({ where: { id: workspaceId }, data: { asideDays: 10 } });
  await put(true);
  const sweep = () => eraseAside({ db, now: world.now, newId: ctx.newId });
  world.pass(10 * DAY);
  await sweep();
  expect(await db.ticket.count({ where: { workspaceId } })).toBe(3);
  world.pass(1);
  await sweep();
  await sweep();
  expect(
    await db.ticket.findMany({ where: { workspaceId }, select: { id: true, followUpOfId: true } }),
  ).toEqual([{ id: kept.ticketId, followUpOfId: null }]);
  expect(await db.message.count({ where: { workspaceId, ticketId } })).toBe(0);
  expect(await db.attachment.count({ where: { workspaceId } })).toBe(0);
  const audited = await db.auditEntry.findMany({ where: { workspaceId, action: 'ticket.erased' } });
  expect(audited.map(({ target }) => target)).toEqual([`#${number}`]);
  await removeUnnamed({ db, workspaceId }, [sha256]);
  expect(await storage().exists(fileKey(workspaceId, sha256))).toBe(false);
});

async function stored({ workspaceId }: StaffContext) {
  const sha256 = 'cd'.repeat(32);
  await storage().put(fileKey(workspaceId, sha256), new TextEncoder().encode('abc'));
  return { sha256 };
}

async function uploadOf({ db, workspaceId, newId, actor }: StaffContext, sha256: string) {
  const id = newId();
  const file = { name: 'a.txt', type: 'text/plain', size: 3, sha256 };
  await db.attachment.create({ data: { ...file, workspaceId, id, uploadedById: actor.id } });
  return id;
}
