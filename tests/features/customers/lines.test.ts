import { expect, test } from 'vitest';
import { listCalls, listChats } from '@/features/customers/lines';
import type { StaffContext } from '@/server/context';
import { chatIn } from '../chat/chat-in';
import { aCustomer } from './support';

async function addCalls(ctx: StaffContext, many: number, over: Record<string, unknown>) {
  const at = ctx.now().getTime();
  await ctx.db.callLog.createMany({
    data: Array.from({ length: many }, (_, index) => ({
      workspaceId: ctx.workspaceId,
      id: ctx.newId(),
      provider: 'hand',
      direction: 'inbound' as const,
      status: 'ended' as const,
      completion: 'completed' as const,
      startedAt: new Date(at + index * 60_000),
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
      ...over,
    })),
  });
}

test('calls come page by page, the newest first, but for those of tickets that the reader may not see', async () => {
  const { world, ctx, customerId, ticketId } = await aCustomer();
  await addCalls(ctx, 12, { customerId, ticketId });
  const teamId = await world.team();
  const hidden = await world.ticket(ctx, { subject: 'Hidden', teamId });
  await addCalls(ctx, 1, { customerId, ticketId: hidden.ticketId });
  const first = await listCalls(ctx, { customerId, after: null });
  expect(first.rows).toHaveLength(10);
  const rest = await listCalls(ctx, { customerId, after: first.next });
  expect(rest).toMatchObject({ rows: [{}, {}, {}], next: null });
  const ids = [...first.rows, ...rest.rows].map(({ id }) => id);
  expect(new Set(ids).size).toBe(13);
  const narrow = await world.member({ scope: 'team' });
  const seen = await listCalls(narrow, {
    customerId,
    after: (await listCalls(narrow, { customerId, after: null })).next,
  });
  expect(seen.rows).toHaveLength(2);
  expect(seen.rows.every(({ number }) => number !== hidden.number)).toBe(true);
});

test('chats are listed by the customer of their ticket', async () => {
  const { world, ctx } = await aCustomer();
  const owner = await world.member({ role: 'owner' });
  await chatIn(owner, { name: 'Chat', said: 'Where is my kettle?' });
  const { workspaceId } = world;
  const { requesterId } = await world.db.ticket.findFirstOrThrow({ where: { workspaceId, channel: 'chat' } });
  const { rows, next } = await listChats(ctx, { customerId: requesterId, after: null });
  expect(rows).toMatchObject([{ offline: false, ended: false, by: null }]);
  expect(next).toBeNull();
  expect((await listChats(ctx, { customerId: ctx.newId(), after: null })).rows).toEqual([]);
});
