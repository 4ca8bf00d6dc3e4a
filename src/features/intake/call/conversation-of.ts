import type { ChannelMessage } from '@/domain/channel/conversation';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { EventAccount } from './account-of-event';

/** A thread as the database knows it. */
export type KnownConversation = Readonly<{
  id: string;
  ticketId: string | null;
  lastInboundAt: Date | null;
}>;

type Asked = Readonly<{ account: EventAccount; message: ChannelMessage }>;
type Opening = Asked & Readonly<{ customerId: string }>;

const select = { id: true, ticketId: true, lastInboundAt: true } as const;

/**
 * The thread of a message: the one of its own key; else that of the message which it answers, or of one by the same person that
 * answers it and came before it.
 */
export async function findConversation(
  tx: Tx,
  ctx: Context,
  { account, message, customerId }: Opening,
): Promise<KnownConversation | null> {
  const { workspaceId } = ctx;
  const { conversation } = message;
  const channelAccountId = account.id;
  const own = await tx.channelConversation.findUnique({
    where: { workspaceId_channelAccountId_key: { workspaceId, channelAccountId, key: conversation.key } },
    select,
  });
  if (own) return own;
  return (
    (await answeredThread(tx, ctx, { account, message })) ??
    answeringThread(tx, ctx, { account, message, customerId })
  );
}

async function answeredThread(
  tx: Tx,
  { workspaceId }: Context,
  { account, message: { inReplyTo, conversation } }: Asked,
): Promise<KnownConversation | null> {
  if (inReplyTo === null) return null;
  const { isPublic } = conversation;
  const where = { workspaceId, channelAccountId: account.id, conversation: { isPublic } };
  const answered =
    (await tx.message.findFirst({
      where: { ...where, messageId: inReplyTo },
      select: { conversation: { select } },
    })) ??
    (await tx.channelReceipt.findFirst({
      where: { ...where, externalId: inReplyTo },
      select: { conversation: { select } },
    }));
  return answered?.conversation ?? null;
}

async function answeringThread(
  tx: Tx,
  { workspaceId }: Context,
  { account, message: { externalId, conversation }, customerId }: Opening,
): Promise<KnownConversation | null> {
  const { isPublic } = conversation;
  const answering = await tx.message.findFirst({
    where: {
      workspaceId,
      authorCustomerId: customerId,
      channelAccountId: account.id,
      conversation: { isPublic },
      inReplyTo: { has: externalId },
    },
    select: { conversation: { select } },
  });
  return answering?.conversation ?? null;
}

/** A new thread, on no ticket yet. */
export async function openConversation(
  tx: Tx,
  ctx: Context,
  { account, message, customerId }: Opening,
): Promise<KnownConversation> {
  const id = ctx.newId();
  const { key, isPublic } = message.conversation;
  await tx.channelConversation.createMany({
    data: [
      {
        workspaceId: ctx.workspaceId,
        id,
        channelAccountId: account.id,
        channel: account.channel,
        key,
        isPublic,
        customerId,
        handle: message.author.handle,
        createdAt: ctx.now(),
      },
    ],
  });
  return { id, ticketId: null, lastInboundAt: null };
}

type Heard = Readonly<{ conversation: KnownConversation; ticketId: string; message: ChannelMessage }>;

/** The customer wrote: the thread stands on this ticket from now on, can be answered again, and about this message. */
export async function heardFrom(
  tx: Tx,
  { workspaceId }: Context,
  { conversation, ticketId, message }: Heard,
): Promise<void> {
  const { lastInboundAt } = conversation;
  const { externalId, sentAt, author } = message;
  const isNewest = lastInboundAt === null || sentAt >= lastInboundAt;
  await tx.channelConversation.updateMany({
    where: { workspaceId, id: conversation.id },
    data: {
      ticketId,
      blockedAt: null,
      blockedWhy: null,
      ...(isNewest && {
        lastInboundAt: sentAt,
        lastInboundId: externalId,
        data: message.conversation.data,
        ...(author.handle && !message.conversation.isPublic && { handle: author.handle }),
      }),
    },
  });
}
