import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Place = Readonly<{ conversationId: string; sentAt: Date }>;

/** What was written outside this desk; only of that the vendor's instant says where it stands. */
const BY_VENDORS_CLOCK = [{ direction: 'inbound' as const }, { threadedBy: 'own_app' }];

/**
 * Vendors promise no order: what was written before something that is here stands before it. Null: at the end. Where there is
 * no room between two messages, those behind it move on by a millisecond.
 */
export async function placeOf(
  tx: Tx,
  { workspaceId }: SystemContext,
  { conversationId, sentAt }: Place,
): Promise<Date | null> {
  const thread = { workspaceId, conversationId, OR: BY_VENDORS_CLOCK };
  const later = await tx.message.findFirst({
    where: { ...thread, sentAt: { gt: sentAt } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, createdAt: true },
  });
  if (!later) return null;
  const before = new Date(later.createdAt.getTime() - 1);
  const crowded = await tx.message.count({
    where: { ...thread, sentAt: { lte: sentAt }, createdAt: { gte: before } },
  });
  if (crowded === 0) return before;
  await tx.$executeRaw`
    update "Message" set "createdAt" = "createdAt" + interval '1 millisecond'
    where "workspaceId" = ${workspaceId}::uuid and "conversationId" = ${conversationId}::uuid
      and ("createdAt", id) >= (${later.createdAt}, ${later.id}::uuid)`;
  return later.createdAt;
}

/** A message that was known from a later wording of it only comes as it was first written: it stands where it was written. */
export async function putBack(
  tx: Tx,
  ctx: SystemContext,
  { messageId: id, sentAt }: Readonly<{ messageId: string; sentAt: Date }>,
): Promise<void> {
  const { workspaceId } = ctx;
  const where = { workspaceId, id };
  const known = await tx.message.findUnique({
    where: { workspaceId_id: where },
    select: { sentAt: true, conversationId: true },
  });
  if (!known?.conversationId || known.sentAt === null || known.sentAt <= sentAt) return;
  const { conversationId } = known;
  await tx.message.updateMany({ where, data: { sentAt } });
  const createdAt = await placeOf(tx, ctx, { conversationId, sentAt });
  if (createdAt !== null) await tx.message.updateMany({ where, data: { createdAt } });
}

/** A message that came into this thread from another one stands where it was written. */
export async function placeAgain(tx: Tx, ctx: SystemContext, messageId: string): Promise<void> {
  const { workspaceId } = ctx;
  const where = { workspaceId, id: messageId };
  const known = await tx.message.findUnique({
    where: { workspaceId_id: where },
    select: { sentAt: true, createdAt: true, conversationId: true },
  });
  if (!known?.conversationId || known.sentAt === null) return;
  const { conversationId, sentAt } = known;
  const place = await placeOf(tx, ctx, { conversationId, sentAt });
  const createdAt = place ?? (await behindAll(tx, ctx, { conversationId, messageId }));
  if (createdAt !== null && (place !== null || createdAt > known.createdAt))
    await tx.message.updateMany({ where, data: { createdAt } });
}

/** Right behind the last message of the customer's; null where there is no other. */
async function behindAll(
  tx: Tx,
  { workspaceId }: SystemContext,
  { conversationId, messageId }: Readonly<{ conversationId: string; messageId: string }>,
): Promise<Date | null> {
  const last = await tx.message.findFirst({
    where: { workspaceId, conversationId, direction: 'inbound', id: { not: messageId } },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  return last && new Date(last.createdAt.getTime() + 1);
}
