import { expect, test } from 'vitest';
import { addFollower, followersOf } from '@/features/notifications/commands/followers';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { saveDraft } from '@/features/tickets/commands/save-draft';
import { undoMerge } from '@/features/tickets/commands/undo-merge';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { draftInput } from '@/features/tickets/inputs';
import { getTicketPage } from '@/features/tickets/queries';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../../support/world';
import { answer, historyOf, ticketOf, type World, withTicket } from '../support';

/** Two tickets of Anna, the second ten minutes younger. */
async function twoTickets(over: Record<string, unknown> = {}) {
  const { world, ctx, ticketId, number, workspaceId } = await withTicket();
  world.pass(600);
  const second = await world.ticket(ctx, { subject: 'Kettle, again', ...over });
  return { world, ctx, workspaceId, first: { ticketId, number }, second };
}

const merge = (ctx: StaffContext, ticketId: string, intoNumber: number, acrossCustomers = false) =>
  mergeTickets(ctx, { ticketId, intoNumber, acrossCustomers });

const messagesOn = (world: World, ticketId: string) =>
  world.db.message.count({ where: { workspaceId: world.workspaceId, ticketId } });

async function merged(ctx: StaffContext, ticketId: string, intoNumber: number): Promise<string> {
  const done = await merge(ctx, ticketId, intoNumber);
  if (!done.ok) throw new Error(done.error.code);
  return done.value.mergeId;
}

test('everything of one ticket stands on the other, which opens and shows the newest of both', async () => {
  const { world, ctx, first, second } = await twoTickets();
  await answer(ctx, { ticketId: first.ticketId, submitAs: 'pending' });
  await changeTicket(ctx, { ticketId: second.ticketId, tags: ['kettle'] });
  world.pass(60);
  await merged(ctx, second.ticketId, first.number);
  expect(await messagesOn(world, first.ticketId)).toBe(3);
  expect(await messagesOn(world, second.ticketId)).toBe(0);
  const source = await ticketOf(world, second.ticketId);
  expect(source).toMatchObject({ status: 'closed', active: false, mergedIntoId: first.ticketId });
  const target = await ticketOf(world, first.ticketId);
  expect(target.status).toBe('open');
  expect((await historyOf(world, first.ticketId)).slice(-3)).toEqual([
    'ticket.took_over',
    'ticket.status_changed',
    'ticket.tagged',
  ]);
  expect((await historyOf(world, second.ticketId)).slice(-2)).toEqual([
    'ticket.merged',
    'ticket.status_changed',
  ]);
});

test('the old number leads to the ticket that remains', async () => {
  const { ctx, first, second } = await twoTickets();
  await merged(ctx, second.ticketId, first.number);
  expect(await getTicketPage(ctx, second.number)).toEqual({ mergedInto: first.number });
});

test('undone, both are as they were, and what came since stays where it came', async () => {
  const { world, ctx, first, second } = await twoTickets();
  await changeTicket(ctx, { ticketId: second.ticketId, tags: ['kettle'], priority: 'high' });
  const before = [await ticketOf(world, first.ticketId), await ticketOf(world, second.ticketId)];
  const mergeId = await merged(ctx, second.ticketId, first.number);
  world.pass(60);
  await answer(ctx, { ticketId: first.ticketId, submitAs: 'open' });
  expect(await undoMerge(ctx, { mergeId })).toMatchObject({ value: { number: second.number } });
  expect(await messagesOn(world, first.ticketId)).toBe(2);
  expect(await messagesOn(world, second.ticketId)).toBe(1);
  const source = await ticketOf(world, second.ticketId);
  const { status, lastMessageId, preview, lastCustomerAt, closedAt } = before[1] ?? {};
  expect(source).toMatchObject({
    ...{ status, lastMessageId, preview, lastCustomerAt, closedAt },
    active: true,
    mergedIntoId: null,
  });
  const tags = await world.db.ticketTag.count({
    where: { workspaceId: world.workspaceId, ticketId: first.ticketId },
  });
  expect(tags).toBe(0);
  expect(await undoMerge(ctx, { mergeId })).toMatchObject({ error: { code: 'not_found' } });
});

test('a chain is undone from its end', async () => {
  const { world, ctx, first, second } = await twoTickets();
  const third = await world.ticket(ctx, { subject: 'Third' });
  const one = await merged(ctx, second.ticketId, first.number);
  const two = await merged(ctx, first.ticketId, third.number);
  expect(await messagesOn(world, third.ticketId)).toBe(3);
  expect(await undoMerge(ctx, { mergeId: one })).toMatchObject({ error: { code: 'merge.gone_on' } });
  await undoMerge(ctx, { mergeId: two });
  await undoMerge(ctx, { mergeId: one });
  const counts = [first, second, third].map(({ ticketId }) => messagesOn(world, ticketId));
  expect(await Promise.all(counts)).toEqual([1, 1, 1]);
});

test('tickets of two customers are joined by a manager who says so, and by nobody else', async () => {
  const { world, ctx, first, second } = await twoTickets({
    requester: { email: 'bela@customer.test', name: 'Béla' },
  });
  const refused = { error: { code: 'merge.other_customer' } };
  expect(await merge(ctx, second.ticketId, first.number, true)).toMatchObject(refused);
  const manager = await world.member({ role: 'manager' });
  expect(await merge(manager, second.ticketId, first.number)).toMatchObject(refused);
  expect(await merge(manager, second.ticketId, first.number, true)).toMatchObject({ ok: true });
});

test('what cannot be joined is refused with the reason', async () => {
  const { world, ctx, first, second } = await twoTickets();
  const third = await world.ticket(ctx, { subject: 'Third' });
  expect(await merge(ctx, first.ticketId, first.number)).toMatchObject({ error: { code: 'merge.same' } });
  expect(await merge(ctx, first.ticketId, 99_999)).toMatchObject({ error: { code: 'not_found' } });
  await merged(ctx, second.ticketId, first.number);
  expect(await merge(ctx, second.ticketId, third.number)).toMatchObject({ error: { code: 'merge.already' } });
  expect(await merge(ctx, third.ticketId, second.number)).toMatchObject({ error: { code: 'merge.already' } });
  const { workspaceId } = world;
  await world.db.ticket.update({
    where: { workspaceId_id: { workspaceId, id: third.ticketId } },
    data: { status: 'closed', active: false },
  });
  expect(await merge(ctx, first.ticketId, third.number)).toMatchObject({ error: { code: 'ticket.closed' } });
});

test('who may not see one of the two learns nothing of it', async () => {
  const { world, ctx, first, second } = await twoTickets();
  const other = await newWorld();
  const stranger = await other.member({ role: 'admin' });
  expect(await merge(stranger, second.ticketId, first.number)).toMatchObject({
    error: { code: 'not_found' },
  });
  const own = await world.member({ scope: 'own' });
  expect(await merge(own, second.ticketId, first.number)).toMatchObject({ error: { code: 'not_found' } });
  const mergeId = await merged(ctx, second.ticketId, first.number);
  expect(await undoMerge(own, { mergeId })).toMatchObject({ error: { code: 'not_found' } });
  expect(await undoMerge(stranger, { mergeId })).toMatchObject({ error: { code: 'not_found' } });
});

test('two people who join two tickets into each other at once: one does, the other is told', async () => {
  const { world, ctx, first, second } = await twoTickets();
  const other = await world.member();
  const [one, two] = await Promise.all([
    merge(ctx, second.ticketId, first.number),
    merge(other, first.ticketId, second.number),
  ]);
  expect([one, two].filter(({ ok }) => ok)).toHaveLength(1);
  expect(await world.db.ticketMerge.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
});

test('what somebody has typed on the ticket that goes is not lost', async () => {
  const { world, ctx, first, second } = await twoTickets();
  const draft = { kind: 'reply' as const, to: [], cc: [], bcc: [], attachmentIds: [] };
  await saveDraft(ctx, { ...draft, ticketId: first.ticketId, html: '<p>One</p>' });
  await saveDraft(ctx, { ...draft, ticketId: second.ticketId, html: '<p>Two</p>' });
  await merged(ctx, second.ticketId, first.number);
  const drafts = await world.db.draft.findMany({ where: { workspaceId: world.workspaceId } });
  expect(drafts.map(({ ticketId, html }) => [ticketId, html])).toEqual([
    [first.ticketId, '<p>One</p><p>Two</p>'],
  ]);
});

test('a draft keeps whom it was to reach and what it promised, on its own and beside another', async () => {
  const { world, ctx, first, second } = await twoTickets();
  const promise = { about: 'answer', dueAt: '2099-01-02T10:00:00.000Z', sentence: 'By then.' } as const;
  const [anna, edgars] = ['anna@customer.test', 'edgars@customer.test'];
  const draft = {
    kind: 'reply',
    html: '<p>Two</p>',
    to: [anna],
    cc: [edgars],
    bcc: [],
    attachmentIds: [],
  } as const;
  await saveDraft(ctx, draftInput.parse({ ...draft, ticketId: second.ticketId, promise }));
  await saveDraft(ctx, draftInput.parse({ ...draft, to: [edgars], cc: [], ticketId: first.ticketId }));
  await merged(ctx, second.ticketId, first.number);
  const [kept] = await world.db.draft.findMany({ where: { workspaceId: world.workspaceId } });
  expect(kept).toMatchObject({
    ticketId: first.ticketId,
    cc: [edgars],
    promiseAbout: 'answer',
    promiseDueAt: new Date(promise.dueAt),
    promiseSentence: 'By then.',
  });
  expect(kept?.to.toSorted()).toEqual([anna, edgars]);
});

test('who followed the ticket that goes follows where it went, until that is undone', async () => {
  const { world, ctx, first, second } = await twoTickets();
  const [both, one] = [await world.member(), await world.member()];
  const follow = async (who: StaffContext, ticketId: string) =>
    addFollower(who, { ticketId, userId: who.actor.id ?? '' });
  await follow(both, first.ticketId);
  for (const who of [both, one]) await follow(who, second.ticketId);
  const mergeId = await merged(ctx, second.ticketId, first.number);
  const followers = async () =>
    (await followersOf(ctx, first.ticketId)).map(({ id }) => id).filter((id) => id !== ctx.actor.id);
  expect((await followers()).toSorted()).toEqual([both.actor.id, one.actor.id].toSorted());
  expect((await undoMerge(ctx, { mergeId })).ok).toBe(true);
  expect(await followers()).toEqual([both.actor.id]);
});
