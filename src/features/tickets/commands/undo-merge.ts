import { fail, ok, type Result } from '@/domain/shared/result';
import { unmergeTickets } from '@/domain/ticket/merge';
import type { Ticket } from '@/domain/ticket/ticket';
import { moveLinksBack } from '@/features/links/commands/move-links';
import type { UndoMergeInput } from '@/features/tickets/inputs';
import { movedWith } from '@/features/tickets/move-with-ticket';
import { saveTicket } from '@/features/tickets/store';
import { settleMoments, standingOf } from '@/features/tickets/ticket-standing';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { lockedPair } from './merge-tickets';

type Parted = Readonly<{ ticketId: string; number: number }>;
type Refused = Readonly<{ code: 'not_found' | 'merge.gone_on' }>;
type Stored = NonNullable<Awaited<ReturnType<typeof storedMerge>>>;

/**
 * Parts two joined tickets: what came with the source goes back to it, what has come since stays. Gives the ticket that is
 * there again. The ticket that took it over must not have been merged further.
 */
export function undoMerge(ctx: StaffContext, { mergeId }: UndoMergeInput): Promise<Result<Parted, Refused>> {
  return transaction(ctx, async (tx) => {
    const found = await storedMerge(tx, ctx, mergeId);
    const pair = found && (await lockedPair(tx, ctx, [found.sourceId, found.targetId]));
    // Read again under the lock: somebody may have been quicker.
    const stored = pair && (await storedMerge(tx, ctx, mergeId));
    if (!stored) return fail({ code: 'not_found' });
    if (pair.target.mergedIntoId) return fail({ code: 'merge.gone_on' });
    await part(tx, ctx, { ...pair, stored });
    return ok({ ticketId: pair.source.id, number: pair.source.number });
  });
}

const storedMerge = (tx: Tx, { workspaceId }: StaffContext, id: string) =>
  tx.ticketMerge.findFirst({ where: { workspaceId, id, undoneAt: null } });

type Parting = Readonly<{ source: Ticket; target: Ticket; stored: Stored }>;

async function part(tx: Tx, ctx: StaffContext, { source, target, stored }: Parting): Promise<void> {
  const { workspaceId } = ctx;
  const at = ctx.now();
  await movedWith(tx, ctx, { from: target.id, to: source.id, only: stored });
  await moveLinksBack(tx, ctx, { from: target.id, to: source.id, ids: stored.linkIds });
  const { followerIds } = stored;
  await tx.follower.deleteMany({ where: { workspaceId, ticketId: target.id, userId: { in: followerIds } } });
  const change = unmergeTickets(
    {
      source,
      target,
      mergeId: stored.id,
      was: { status: stored.sourceStatus, solvedAt: stored.sourceSolvedAt, closedAt: stored.sourceClosedAt },
      sourceStanding: await standingOf(tx, ctx, { ticketId: source.id }),
      targetStanding: await standingOf(tx, ctx, { ticketId: target.id }),
      addedTagIds: stored.tagIds,
    },
    { by: ctx.actor, at },
  );
  await tx.ticketMerge.update({
    where: { workspaceId_id: { workspaceId, id: stored.id } },
    data: { undoneAt: at },
    select: { id: true },
  });
  await saveTicket(tx, ctx, change.source);
  await saveTicket(tx, ctx, change.target);
  await settleMoments(tx, ctx, [source.id, target.id]);
}
