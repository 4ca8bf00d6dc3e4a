import type { Correspondent } from '@/domain/channel/conversation';
import type { IdentityKind } from '@/domain/customer/identity';
import { mergeSure } from '@/features/customers/commands/merge-sure';
import { deleteReceived } from '@/features/tickets/commands/edit-received';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
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

type Renamed = Readonly<{ account: EventAccount; identity: IdentityKind; from: string; to: Correspondent }>;

/**
 * The vendor gave the same person another id: what we know of the old one holds for the new one. When the new one is
 * somebody's here already, the two are one person by the word of the vendor: merged, unless somebody said that they are two.
 */
export async function renameIdentity(
  ctx: SystemContext,
  { account, identity: kind, from, to }: Renamed,
): Promise<void> {
  const { workspaceId } = ctx;
  await transaction(ctx, async (tx) => {
    const known = await tx.customerIdentity.findMany({
      where: { workspaceId, kind, value: { in: [from, to.value] } },
      select: { value: true, customer: { select: { id: true, displayName: true, locale: true } } },
    });
    const taken = known.some(({ value }) => value === to.value);
    if (!taken) {
      await tx.customerIdentity.updateMany({
        where: { workspaceId, kind, value: from },
        data: { value: to.value, ...(to.handle && { label: to.handle }) },
      });
    }
    await moveThread(tx, ctx, { account, from, to });
    const holders = [...new Map(known.map(({ customer }) => [customer.id, customer])).values()];
    if (holders.length > 1) await mergeSure(tx, ctx, { holders, reason: 'vouched' });
  });
}

/** Answers go to the new id; a thread that is there already is the one to write in. */
async function moveThread(
  tx: Tx,
  { workspaceId }: SystemContext,
  { account, from, to }: Omit<Renamed, 'identity'>,
): Promise<void> {
  const thread = { workspaceId, channelAccountId: account.id };
  const there = await tx.channelConversation.count({ where: { ...thread, key: to.value } });
  if (there > 0) return;
  await tx.channelConversation.updateMany({
    where: { ...thread, key: from },
    data: { key: to.value, ...(to.handle && { handle: to.handle }) },
  });
}

type Reached = Readonly<{
  account: EventAccount;
  conversation: string;
  reachable: boolean;
  why: string;
  at: Date;
}>;

/** Nobody answers in this thread any more, or somebody does again. */
export async function changeReach(
  { db, workspaceId }: SystemContext,
  { account, conversation, reachable, why, at }: Reached,
): Promise<void> {
  await db.channelConversation.updateMany({
    where: { workspaceId, channelAccountId: account.id, key: conversation },
    data: reachable ? { blockedAt: null, blockedWhy: null } : { blockedAt: at, blockedWhy: why },
  });
}
