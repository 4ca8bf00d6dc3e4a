import { previewOf } from '@/domain/ticket/add-message';
import type { TakenBack } from '@/domain/ticket/take-back';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { Prisma } from '@/server/db/generated/client';

type Named = Readonly<{ ticketId: string; messageId: string }>;

/** How the ticket's public conversation stands without this one message: its newest message and its first answer. */
export async function withoutMessage(
  tx: Tx,
  ctx: Context,
  { ticketId, messageId }: Named,
): Promise<Pick<TakenBack, 'newest' | 'firstRepliedAt'>> {
  const standing = {
    workspaceId: ctx.workspaceId,
    ticketId,
    id: { not: messageId },
    direction: { not: 'note' },
    authorKind: { not: 'system' },
    OR: [{ delivery: null }, { delivery: { not: 'cancelled' } }],
  } satisfies Prisma.MessageWhereInput;
  const newest = await tx.message.findFirst({
    where: standing,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, createdAt: true, direction: true, visibleText: true },
  });
  const answer = await tx.message.findFirst({
    where: { ...standing, direction: 'outbound', authorKind: 'user' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { createdAt: true, sendAt: true, scheduled: true },
  });
  return {
    newest: newest && { ...newest, at: newest.createdAt, preview: previewOf(newest.visibleText) },
    firstRepliedAt: answer && ((answer.scheduled && answer.sendAt) || answer.createdAt),
  };
}

/** What else changed on the ticket by the sending of this message, read from the history that was written with it. */
export async function movedWith(
  tx: Tx,
  ctx: Context,
  { ticketId, messageId, at }: Named & Readonly<{ at: Date }>,
): Promise<Pick<TakenBack, 'status' | 'assignee'>> {
  const events = await tx.ticketEvent.findMany({
    where: { workspaceId: ctx.workspaceId, ticketId, at },
    orderBy: { position: 'asc' },
    select: { type: true, data: true },
  });
  const facts = events.map(({ type, data }) => ({ type, data: data as Record<string, unknown> }));
  const start = facts.findIndex(
    ({ type, data }) => type === 'message.added' && data['messageId'] === messageId,
  );
  const rest = start < 0 ? [] : facts.slice(start + 1);
  const next = rest.findIndex(({ type }) => type === 'message.added');
  const own = next < 0 ? rest : rest.slice(0, next);
  const move = (type: string) => own.find((fact) => fact.type === type)?.data ?? null;
  return {
    status: move('ticket.status_changed') as TakenBack['status'],
    assignee: move('ticket.assigned') as TakenBack['assignee'],
  };
}
