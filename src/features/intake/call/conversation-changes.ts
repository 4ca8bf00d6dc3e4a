import { deleteReceived } from '@/features/tickets/commands/edit-received';
import type { SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import type { EventAccount } from './account-of-event';
import type { PlacedEvent } from './placed';

type Deleted = Readonly<{ account: EventAccount; externalId: string; at: Date }>;

/** The customer took a message back. When the message itself has not come yet, it is remembered until it does. */
export function deleteMessage(
  ctx: SystemContext,
  { account, externalId, at }: Deleted,
): Promise<PlacedEvent> {
  const { workspaceId } = ctx;
  const channelAccountId = account.id;
  return transaction(ctx, async (tx) => {
    const known = await tx.message.findFirst({
      where: { workspaceId, channelAccountId, messageId: externalId, direction: 'inbound' },
      select: { id: true, ticketId: true },
    });
    if (known) {
      const changed = await deleteReceived(tx, ctx, { messageId: known.id, at });
      return { ticketId: known.ticketId, ignored: changed ? null : 'already_here' };
    }
    const key = { workspaceId, channelAccountId, externalId };
    await tx.channelReceipt.upsert({
      where: { workspaceId_channelAccountId_externalId: key },
      create: { ...key, changedAt: ctx.now(), deletedAt: at },
      update: { deletedAt: at },
    });
    return { ticketId: null, ignored: null };
  });
}

type Reached = Readonly<{
  account: EventAccount;
  conversation: string;
  reachable: boolean;
  why: string;
  at: Date;
}>;

/**
 * Nobody answers in this thread any more, or somebody does again. What is older than what is known changes nothing, and what
 * the customer wrote since says that they can be reached; it is remembered for a thread that is not here yet.
 */
export function changeReach(
  ctx: SystemContext,
  { account, conversation, reachable, why, at }: Reached,
): Promise<void> {
  const { workspaceId } = ctx;
  const key = { workspaceId, channelAccountId: account.id, key: conversation };
  return transaction(ctx, async (tx) => {
    const lock = `${workspaceId}/${account.id}/${conversation}`;
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
    const where = { workspaceId_channelAccountId_key: key };
    const known = await tx.channelReach.findUnique({ where, select: { at: true } });
    if (known && known.at > at) return;
    const now = { at, why: reachable ? null : why };
    await tx.channelReach.upsert({ where, create: { ...key, ...now }, update: now });
    await tx.channelConversation.updateMany({
      where: reachable ? key : { ...key, OR: [{ lastInboundAt: null }, { lastInboundAt: { lte: at } }] },
      data: reachable ? { blockedAt: null, blockedWhy: null } : { blockedAt: at, blockedWhy: why },
    });
  });
}
