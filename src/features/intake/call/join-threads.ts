import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import { joinTickets } from '@/features/tickets/commands/join-tickets';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { KnownConversation } from './known-conversation';
import { placeAgain } from './place-in-thread';

/**
 * Makes threads one, since the message that joins them has come last: the one that began first has all messages, in the order
 * in which they were written, and its ticket takes over those of the others. A thread on a closed ticket stays as it is.
 */
export async function joinThreads(
  tx: Tx,
  ctx: SystemContext,
  threads: readonly KnownConversation[],
): Promise<KnownConversation> {
  const [first, ...rest] = await inOrder(tx, ctx, threads);
  if (!first) throw new Error('no threads to join');
  for (const thread of rest) await joinThread(tx, ctx, { thread, into: first });
  return tx.channelConversation.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: first.id } },
    select: { id: true, ticketId: true, lastInboundAt: true },
  });
}

/** By when their first messages were written. */
async function inOrder(
  tx: Tx,
  { workspaceId }: SystemContext,
  threads: readonly KnownConversation[],
): Promise<KnownConversation[]> {
  const began = await tx.message.groupBy({
    by: ['conversationId'],
    where: { workspaceId, conversationId: { in: threads.map(({ id }) => id) }, direction: 'inbound' },
    _min: { sentAt: true },
  });
  const times = new Map(began.map((row) => [row.conversationId, row._min.sentAt?.getTime() ?? 0]));
  return threads.toSorted((one, other) => (times.get(one.id) ?? 0) - (times.get(other.id) ?? 0));
}

type Joining = Readonly<{ thread: KnownConversation; into: KnownConversation }>;

async function joinThread(tx: Tx, ctx: SystemContext, { thread, into }: Joining): Promise<void> {
  const source = thread.ticketId && (await findSurvivingTicket(tx, ctx, thread.ticketId));
  const target = into.ticketId && (await findSurvivingTicket(tx, ctx, into.ticketId));
  if (!source || !target || source.status === 'closed' || target.status === 'closed') return;
  const { workspaceId } = ctx;
  const where = { workspaceId, conversationId: thread.id };
  const moved = await tx.message.findMany({
    where: { ...where, direction: 'inbound' },
    orderBy: { sentAt: 'asc' },
    select: { id: true },
  });
  const data = { conversationId: into.id };
  await tx.message.updateMany({ where, data });
  await tx.channelReceipt.updateMany({ where, data });
  await tx.outgoingMail.updateMany({ where, data });
  for (const { id } of moved) await placeAgain(tx, ctx, id);
  if (source.id !== target.id) await joinTickets(tx, ctx, [source.id, target.id]);
  await keepNewest(tx, ctx, { thread, into });
}

/** An answer refers to the newest message of both; the other thread is no more. */
async function keepNewest(tx: Tx, { workspaceId }: SystemContext, { thread, into }: Joining): Promise<void> {
  const gone = await tx.channelConversation.delete({
    where: { workspaceId_id: { workspaceId, id: thread.id } },
    select: { lastInboundAt: true, lastInboundId: true, data: true },
  });
  const { lastInboundAt, lastInboundId, data } = gone;
  if (lastInboundAt === null) return;
  await tx.channelConversation.updateMany({
    where: {
      workspaceId,
      id: into.id,
      OR: [{ lastInboundAt: null }, { lastInboundAt: { lt: lastInboundAt } }],
    },
    data: { lastInboundAt, lastInboundId, data: data ?? {} },
  });
}
