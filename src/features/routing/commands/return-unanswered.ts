import { assignTicket } from '@/features/tickets/commands/assign-ticket';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { fillQueue } from './fill-queue';

/**
 * Takes live work back that routing gave somebody who did not answer in time, and offers it to the next one. False when it
 * is not due, or was answered or handed on meanwhile.
 */
export async function returnUnanswered(ctx: SystemContext, ticketId: string): Promise<boolean> {
  const teamId = await transaction(ctx, (tx) => takeBack(tx, ctx, ticketId));
  if (teamId === null) return false;
  await fillQueue(ctx, teamId);
  return true;
}

type Due = Readonly<{
  routedToId: string;
  routedAt: Date;
  waitingSince: Date | null;
  assigneeId: string | null;
  teamId: string | null;
}>;

/** The team into whose queue it went back; null when it stays. */
async function takeBack(tx: Tx, ctx: SystemContext, ticketId: string): Promise<string | null> {
  const { workspaceId } = ctx;
  const at = ctx.now();
  const [due] = await tx.$queryRaw<Due[]>`
    select r."routedToId", r."routedAt", r."waitingSince", t."assigneeId", t."teamId"
    from "RoutedTicket" r
    join "Ticket" t on t."workspaceId" = r."workspaceId" and t.id = r."ticketId"
    where r."workspaceId" = ${workspaceId}::uuid and r."ticketId" = ${ticketId}::uuid
      and r."answerBy" <= ${at}::timestamptz
    for update of r skip locked`;
  if (!due) return null;
  const kept = due.assigneeId !== due.routedToId || (await hasAnswered(tx, ctx, ticketId, due));
  const seconds = Math.round((at.getTime() - due.routedAt.getTime()) / 1000);
  const because = { type: 'ticket.returned', from: due.routedToId, seconds } as const;
  const taken = !kept && (await assignTicket(tx, ctx, { ticketId, from: due.routedToId, to: null, because }));
  await tx.routedTicket.update({
    where: { workspaceId_ticketId: { workspaceId, ticketId } },
    data: {
      answerBy: null,
      // It keeps its place: it has waited since before it was offered.
      ...(taken && {
        waitingSince: due.waitingSince ?? due.routedAt,
        passedIds: { push: due.routedToId },
      }),
    },
  });
  return taken ? due.teamId : null;
}

async function hasAnswered(
  tx: Tx,
  { workspaceId }: SystemContext,
  ...[ticketId, { routedAt }]: [string, Due]
): Promise<boolean> {
  const answer = await tx.message.findFirst({
    where: {
      workspaceId,
      ticketId,
      direction: 'outbound',
      authorKind: 'user',
      createdAt: { gte: routedAt },
    },
    select: { id: true },
  });
  return answer !== null;
}
