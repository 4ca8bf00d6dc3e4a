import { type ChatMove, endChat, releaseChat } from '@/domain/chat/life';
import { type Chat, lockChat, type NewEntry, saveChat } from '@/features/chat/store';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Standing = Readonly<{ id: string; behind: boolean; since: Date }>;

/**
 * Keeps a chat in step with its ticket, whoever changed it: who has it, that it is done, and what was said on the ticket
 * by other channels, which stands in the conversation too. Running it again does no harm.
 */
export async function followTicket(
  ctx: SystemContext,
  { ticketId }: Readonly<{ ticketId: string }>,
): Promise<void> {
  const standing = (await standingsOf(ctx, [ticketId])).get(ticketId);
  if (!standing?.behind) return;
  await transaction(ctx, (tx) => catchUp(tx, ctx, { ...standing, ticketId }));
}

/** Those of the tickets whose chat is not in step with them. */
export async function chatsBehind(
  ctx: SystemContext,
  ticketIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const standings = await standingsOf(ctx, [...new Set(ticketIds)]);
  return new Set([...standings].flatMap(([ticketId, { behind }]) => (behind ? [ticketId] : [])));
}

/** How the newest chat of each ticket stands. */
async function standingsOf(
  { db, workspaceId }: SystemContext,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await db.$queryRaw<(Standing & Readonly<{ ticketId: string }>)[]>`
    select distinct on (s."ticketId") s."ticketId", s.id, s."createdAt" as since, (s.state <> 'ended' and (t."assigneeId" is distinct from s."acceptedById" or not t.active)) or exists (
      select from "Message" m
      where m."workspaceId" = t."workspaceId" and m."ticketId" = t.id and m.direction <> 'note' and m."createdAt" >= s."createdAt"
        and m."authorKind" <> 'system'
        and not exists (select from "ChatEvent" e where e."workspaceId" = m."workspaceId" and e."messageId" = m.id)) as behind
    from "ChatSession" s join "Ticket" t on t."workspaceId" = s."workspaceId" and t.id = s."ticketId"
    where s."workspaceId" = ${workspaceId}::uuid and s."ticketId" = any(${[...ticketIds]}::uuid[]) and not s.offline
    order by s."ticketId", s."createdAt" desc`;
  return new Map(rows.map((row) => [row.ticketId, row]));
}

async function catchUp(
  tx: Tx,
  ctx: SystemContext,
  { id: sessionId, since, ticketId }: Standing & Readonly<{ ticketId: string }>,
): Promise<void> {
  const { workspaceId } = ctx;
  const chat = await lockChat(tx, ctx, sessionId);
  const ticket = await tx.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    select: { assigneeId: true, active: true },
  });
  if (!chat || !ticket) return;
  const missing = await tx.message.findMany({
    where: {
      workspaceId,
      ticketId,
      direction: { not: 'note' },
      authorKind: { not: 'system' },
      // What was said before the chat came to this ticket was not said to its visitor.
      createdAt: { gte: since },
      OR: [{ delivery: null }, { delivery: { not: 'cancelled' } }],
      chatEvents: { none: {} },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 100,
    select: { id: true },
  });
  const { after, lines } = moveOf(chat, ticket, ctx.now());
  const entries: NewEntry[] = [
    ...missing.map(({ id }) => ({ type: 'message', messageId: id, clientId: null }) as const),
    ...(await withNames(tx, lines)),
  ];
  if (after === chat && entries.length === 0)
    return announceOffer(tx, ctx, { chat, assigneeId: ticket.assigneeId });
  const watchedBy = [ticket.assigneeId];
  await saveChat(tx, ctx, { before: chat, after: { ...chat, ...after }, entries, watchedBy });
}

type Owner = Readonly<{ assigneeId: string | null; active: boolean }>;

function moveOf(chat: Chat, { assigneeId, active }: Owner, at: Date): ChatMove {
  if (!active) return endChat(chat, 'agent', at);
  const wasTaken = chat.state === 'active' && chat.acceptedById !== assigneeId;
  return wasTaken ? releaseChat(chat, at) : { after: chat, lines: [] };
}

async function withNames(tx: Tx, lines: ChatMove['lines']): Promise<NewEntry[]> {
  const ids = lines.flatMap(({ personId }) => personId ?? []);
  const users = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return lines.map((line) => ({ type: 'line', line, personName: names.get(line.personId ?? '') ?? null }));
}

/** A chat that waits was offered to somebody: nothing of it changed, but their list of chats did. */
async function announceOffer(
  tx: Tx,
  ctx: SystemContext,
  { chat, assigneeId }: Readonly<{ chat: Chat; assigneeId: string | null }>,
): Promise<void> {
  if (chat.state !== 'waiting' || !assigneeId) return;
  await saveChat(tx, ctx, { before: chat, after: chat, entries: [], watchedBy: [assigneeId] });
}
