import type { Ticket } from '@/domain/ticket/ticket';
import { noteFact } from '@/features/tickets/commands/act-on-ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { estimatePromise } from './estimate-promise';
import { promiseMade } from './make-promise';

/**
 * Promises a customer who asks when they can expect an answer, in the caller's transaction; whoever has such a promise that is
 * not late keeps it, and a late one gives way to a new time. False where nothing tells a time.
 */
export async function promiseWhenAsked(tx: Tx, ctx: Context, ticket: Ticket): Promise<boolean> {
  const { workspaceId } = ctx;
  const stands = [{ dueAt: { gte: ctx.now() } }, { pausedAt: { not: null } }];
  const where = { workspaceId, ticketId: ticket.id, openAs: 'answer', OR: stands } as const;
  if ((await tx.ticketPromise.count({ where })) > 0) return true;
  const estimate = await estimatePromise(tx, ctx, { ticket, about: 'answer' });
  if (!estimate) return false;
  await noteFact(tx, ctx, { ticket, event: promiseMade(ctx, { estimate, about: 'answer' }) });
  return true;
}
