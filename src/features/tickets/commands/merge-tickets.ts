import { may, mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { mayMerge, mergeTickets as merged, type NotMerged } from '@/domain/ticket/merge';
import type { Ticket } from '@/domain/ticket/ticket';
import { moveLinks } from '@/features/links/commands/move-links';
import type { MergeInput } from '@/features/tickets/inputs';
import { followAlong, moveDrafts, movedWith } from '@/features/tickets/move-with-ticket';
import { findTicket, saveTicket } from '@/features/tickets/store';
import { settleMoments, standingOf } from '@/features/tickets/ticket-standing';
import type { Context, StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Merged = Readonly<{ mergeId: string; ticketId: string; number: number }>;
type Refused = NotMerged | Readonly<{ code: 'not_found' }>;

/**
 * Makes one ticket a part of another: its messages, calls, chats and conversations stand there from now on, later mails
 * follow, and `mergeId` takes it all back. Gives the ticket that remains. Two tickets of different customers are joined only
 * where the writer may do that and says so.
 */
export function mergeTickets(
  ctx: StaffContext,
  { ticketId, intoNumber, acrossCustomers }: MergeInput,
): Promise<Result<Merged, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const into = await tx.ticket.findUnique({
      where: { workspaceId_number: { workspaceId, number: intoNumber } },
      select: { id: true },
    });
    const pair = into && (await lockedPair(tx, ctx, [ticketId, into.id]));
    if (!pair) return fail({ code: 'not_found' });
    const across = acrossCustomers && may(ctx.actor, 'ticket.merge_across');
    const allowed = mayMerge(pair, { across });
    if (!allowed.ok) return allowed;
    return ok(await merge(tx, ctx, pair));
  });
}

type Pair = Readonly<{ source: Ticket; target: Ticket }>;

/** Both tickets, locked in one order whoever asks first; null where one is gone or not the reader's to join. */
export async function lockedPair(
  tx: Tx,
  ctx: StaffContext,
  ids: readonly [string, string],
): Promise<Pair | null> {
  const pair = await lockTickets(tx, ctx, ids);
  const both =
    pair && [pair.source, pair.target].every((each) => mayOnTicket(ctx.actor, 'ticket.merge', each));
  return both ? pair : null;
}

/** Both tickets, locked in one order; null where one is gone. */
export async function lockTickets(
  tx: Tx,
  ctx: Context,
  [sourceId, targetId]: readonly [string, string],
): Promise<Pair | null> {
  await tx.$queryRaw`
    select id from "Ticket" where "workspaceId" = ${ctx.workspaceId}::uuid
      and id = any(${[sourceId, targetId]}::uuid[]) order by id for update`;
  const source = await findTicket(tx, ctx, sourceId);
  const target = await findTicket(tx, ctx, targetId);
  return source && target && { source, target };
}

/** Joins two locked tickets for which that was allowed. */
export async function merge(tx: Tx, ctx: Context, { source, target }: Pair): Promise<Merged> {
  const { workspaceId } = ctx;
  const mergeId = ctx.newId();
  const at = ctx.now();
  const { unansweredSince } = await standingOf(tx, ctx, { ticketId: source.id });
  const moved = await movedWith(tx, ctx, { from: source.id, to: target.id });
  await moveDrafts(tx, ctx, { from: source.id, to: target.id });
  const followerIds = await followAlong(tx, ctx, { from: source.id, to: target.id });
  const linkIds = await moveLinks(tx, ctx, { from: source.id, to: target.id });
  const standing = await standingOf(tx, ctx, { ticketId: target.id });
  const change = merged({ source, target, mergeId, standing, unansweredSince }, { by: ctx.actor, at });
  await tx.ticketMerge.create({
    data: {
      ...{ workspaceId, id: mergeId, sourceId: source.id, targetId: target.id, at },
      sourceStatus: source.status,
      sourceSolvedAt: source.solvedAt,
      sourceClosedAt: source.closedAt,
      tagIds: source.tagIds.filter((id) => !target.tagIds.includes(id)),
      ...moved,
      linkIds,
      followerIds,
    },
  });
  await saveTicket(tx, ctx, change.source);
  await saveTicket(tx, ctx, change.target);
  await settleMoments(tx, ctx, [source.id, target.id]);
  return { mergeId, ticketId: target.id, number: target.number };
}
