import { standInFor } from '@/features/routing/last-agent';
import { type Change, changeOf, freedBy, remember, waits } from '@/features/routing/ticket-change';
import { assignTicket } from '@/features/tickets/commands/assign-ticket';
import type { SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { fillQueue } from './fill-queue';

/** One save of a ticket; its events bear the instant `at`. */
export type RoutedSave = Readonly<{ ticketId: string; at: Date }>;

/**
 * What a save of a ticket means for routing: one that waits finds somebody, one whose assignee is on leave finds their
 * substitute once the customer writes, and whoever has room again gets what waits. Running it again does no harm.
 */
export async function routeTicket(ctx: SystemContext, save: RoutedSave): Promise<void> {
  const change = await changeOf(ctx, save);
  if (!change) return;
  await remember(ctx, change);
  if (await handToSubstitute(ctx, change)) return;
  if (change.mode === 'push' && change.teamId && waits(change)) await fillQueue(ctx, change.teamId);
  if (!change.anyPush) return;
  for (const userId of freedBy(change)) await fillQueuesOf(ctx, userId);
}

/** A customer's message does not wait for somebody who is on leave, where somebody stands in. */
async function handToSubstitute(ctx: SystemContext, change: Change): Promise<boolean> {
  const { ticketId, assigneeId, events, status } = change;
  const hasWritten = events.some(({ type, by }) => type === 'message.added' && by === 'inbound');
  if (assigneeId === null || status !== 'open' || !hasWritten) return false;
  const to = await standInFor(ctx.db, ctx, assigneeId);
  if (to === null || to === 'there') return false;
  const because = {
    type: 'ticket.routed',
    to,
    from: assigneeId,
    how: 'substitute',
    chosenBy: 'substitute',
    language: null,
    skills: '',
    customerId: null,
    loadPercent: 0,
    relaxed: false,
  } as const;
  return transaction(ctx, (tx) => assignTicket(tx, ctx, { ticketId, from: assigneeId, to, because }));
}

/** Gives a person what waits in the queues of their teams, as far as they have room. */
export async function fillQueuesOf(ctx: SystemContext, userId: string): Promise<void> {
  const { workspaceId } = ctx;
  const queues = await ctx.db.routingQueue.findMany({
    where: {
      workspaceId,
      mode: 'push',
      team: {
        members: {
          some: { userId, membership: { availability: { state: 'online', absentSince: null } } },
        },
      },
    },
    orderBy: { teamId: 'asc' },
    take: 100,
    select: { teamId: true },
  });
  for (const { teamId } of queues) await fillQueue(ctx, teamId);
}
