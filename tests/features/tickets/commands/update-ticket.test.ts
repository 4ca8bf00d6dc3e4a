import { expect, test } from 'vitest';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { newWorld } from '../../../support/world';
import { newField } from '../../fields/support';
import { historyOf, ticketOf, type World, withTicket } from '../support';

async function tagsOf(world: World, ticketId: string) {
  const rows = await world.db.ticketTag.findMany({
    where: { workspaceId: world.workspaceId, ticketId },
    select: { tag: { select: { name: true } } },
  });
  return rows.map(({ tag }) => tag.name).sort();
}

test('fields are set together, with one fact for each', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const teamId = await world.team();
  const changed = await changeTicket(ctx, { ticketId, priority: 'high', teamId, assigneeId: ctx.actor.id });
  expect(changed).toEqual({ ok: true, value: { ticketId, replaced: [] } });
  expect(await ticketOf(world, ticketId)).toMatchObject({ priority: 'high', teamId, status: 'open' });
  expect((await historyOf(world, ticketId)).slice(2).sort()).toEqual([
    'ticket.assigned',
    'ticket.priority_changed',
    'ticket.status_changed',
    'ticket.team_changed',
  ]);
});

test('two people who set different fields at once both get theirs', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const other = await world.member();
  await Promise.all([
    changeTicket(ctx, { ticketId, priority: 'urgent' }),
    changeTicket(other, { ticketId, type: 'complaint' }),
  ]);
  expect(await ticketOf(world, ticketId)).toMatchObject({ priority: 'urgent', type: 'complaint' });
});

test('two people who set one field: the last stands, and is told what it replaced', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const other = await world.member();
  const seen = { priority: 'normal', assigneeId: null };
  const name = ctx.actor.name;
  await changeTicket(ctx, { ticketId, priority: 'urgent', assigneeId: ctx.actor.id, seen });
  const wanted = { priority: 'low', assigneeId: other.actor.id } as const;
  const second = await changeTicket(other, { ticketId, ...wanted, seen });
  expect(second).toMatchObject({
    value: {
      replaced: [
        { field: 'priority', theirs: 'urgent', name: null, by: name },
        { field: 'assigneeId', theirs: ctx.actor.id, name, by: name },
      ],
    },
  });
  expect(await ticketOf(world, ticketId)).toMatchObject({ priority: 'low' });
});

test('setting what somebody else set already replaces nothing', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const seen = { priority: 'normal' };
  await changeTicket(ctx, { ticketId, priority: 'urgent', seen });
  const second = await changeTicket(await world.member(), { ticketId, priority: 'urgent', seen });
  expect(second).toMatchObject({ value: { replaced: [] } });
});

test('to sleep and to wake replaces nothing unless somebody else moved the moment', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const snoozedUntil = new Date(Date.now() + 86_400_000);
  const seen = { snoozedUntil: null };
  const slept = await changeTicket(ctx, { ticketId, snoozedUntil, seen });
  expect(slept).toMatchObject({ value: { replaced: [] } });
  const woken = { ticketId, snoozedUntil: null, seen: { snoozedUntil: snoozedUntil.toISOString() } };
  expect(await changeTicket(ctx, woken)).toMatchObject({ value: { replaced: [] } });
  await changeTicket(ctx, { ticketId, snoozedUntil });
  const later = new Date(Date.now() + 2 * 86_400_000);
  const second = await changeTicket(await world.member(), { ticketId, snoozedUntil: later, seen });
  expect(second).toMatchObject({
    value: { replaced: [{ field: 'snoozedUntil', theirs: snoozedUntil.toISOString() }] },
  });
});

test('an own field that somebody else had just set is named with who and what', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const field = await newField(await world.member({ role: 'owner' }));
  const seen = { [`fields.${field}`]: null };
  await changeTicket(ctx, { ticketId, fields: { [field]: 'blue' }, seen });
  const second = await changeTicket(await world.member(), { ticketId, fields: { [field]: 'red' }, seen });
  expect(second).toMatchObject({
    value: { replaced: [{ field: `fields.${field}`, theirs: 'blue', by: ctx.actor.name }] },
  });
});

test('two people who tag at once keep both tags', async () => {
  const { world, ctx, ticketId } = await withTicket();
  await changeTicket(ctx, { ticketId, tags: ['kettle'] });
  await Promise.all([
    changeTicket(ctx, { ticketId, addTags: ['vip'] }),
    changeTicket(await world.member(), { ticketId, addTags: ['returns'], removeTags: ['kettle', 'unknown'] }),
  ]);
  expect(await tagsOf(world, ticketId)).toEqual(['returns', 'vip']);
});

test('a field without a tag leaves the tags alone', async () => {
  const { world, ctx, ticketId } = await withTicket();
  await changeTicket(ctx, { ticketId, tags: ['kettle'] });
  await changeTicket(ctx, { ticketId, priority: 'low' });
  expect(await tagsOf(world, ticketId)).toEqual(['kettle']);
});

test('an assignee or a team of another workspace, or somebody who left, is not found', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const elsewhere = await newWorld();
  const stranger = await elsewhere.member();
  const notFound = { ok: false, error: { code: 'not_found' } };
  expect(await changeTicket(ctx, { ticketId, assigneeId: stranger.actor.id })).toEqual(notFound);
  expect(await changeTicket(ctx, { ticketId, teamId: await elsewhere.team() })).toEqual(notFound);
  const gone = await world.member();
  const { workspaceId } = world;
  await world.db.membership.updateMany({
    where: { workspaceId, userId: gone.actor.id ?? '' },
    data: { deactivatedAt: world.now() },
  });
  expect(await changeTicket(ctx, { ticketId, assigneeId: gone.actor.id })).toEqual(notFound);
});

test("another workspace's ticket does not exist, nor one out of sight", async () => {
  const { world, ticketId } = await withTicket();
  const notFound = { ok: false, error: { code: 'not_found' } };
  expect(await changeTicket(await (await newWorld()).member(), { ticketId, priority: 'low' })).toEqual(
    notFound,
  );
  const own = await world.member({ scope: 'own' });
  expect(await changeTicket(own, { ticketId, priority: 'low' })).toEqual(notFound);
  expect(await ticketOf(world, ticketId)).toMatchObject({ priority: 'normal', version: 1 });
});

test('a closed ticket is not changed', async () => {
  const { world, ctx, ticketId } = await withTicket();
  await world.db.ticket.updateMany({
    where: { workspaceId: world.workspaceId, id: ticketId },
    data: { status: 'closed' },
  });
  expect(await changeTicket(ctx, { ticketId, priority: 'low' })).toEqual({
    ok: false,
    error: { code: 'ticket.closed' },
  });
});

test('what one set oneself a moment before was set by nobody else', async () => {
  const { ctx, ticketId } = await withTicket();
  const seen = { priority: 'normal' };
  await changeTicket(ctx, { ticketId, priority: 'high', seen });
  const second = await changeTicket(ctx, { ticketId, priority: 'urgent', seen });
  expect(second).toMatchObject({ value: { replaced: [] } });
});
