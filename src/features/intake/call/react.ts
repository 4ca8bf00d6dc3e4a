import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, ticketTopic } from '@/server/live/announce';
import type { EventAccount } from './account-of-event';

type Reacted = Readonly<{
  account: EventAccount;
  externalId: string;
  by: string;
  name: string;
  emoji: string | null;
  at: Date;
}>;

/**
 * Somebody reacted to a message, theirs or ours, in another way than before, or took that back. It is no message: no ticket
 * opens, no clock moves. What is older than what is known changes nothing.
 */
export function keepReaction(
  ctx: SystemContext,
  { account, externalId, by, name, emoji, at }: Reacted,
): Promise<void> {
  const { workspaceId } = ctx;
  const key = { workspaceId, channelAccountId: account.id, externalId, by };
  return transaction(ctx, async (tx) => {
    const lock = Object.values(key).join('/');
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 2))`;
    const where = { workspaceId_channelAccountId_externalId_by: key };
    const known = await tx.messageReaction.findUnique({ where, select: { at: true } });
    if (known && known.at > at) return;
    const now = { name, emoji, at };
    await tx.messageReaction.upsert({ where, create: { ...key, ...now }, update: now });
    const ticketId = await ticketOf(tx, key);
    if (ticketId) await announce(tx, [ticketTopic(workspaceId, ticketId)]);
  });
}

type Place = Readonly<{ workspaceId: string; channelAccountId: string; externalId: string }>;

async function ticketOf(
  tx: Tx,
  { workspaceId, channelAccountId, externalId }: Place,
): Promise<string | null> {
  const where = { workspaceId, channelAccountId };
  const select = { ticketId: true } as const;
  const message = await tx.message.findFirst({ where: { ...where, messageId: externalId }, select });
  if (message) return message.ticketId;
  const part = await tx.channelReceipt.findFirst({
    where: { ...where, externalId },
    select: { message: { select } },
  });
  return part?.message?.ticketId ?? null;
}
