import type { ChannelMessage } from '@/domain/channel/conversation';
import type { Context, SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { EventAccount } from './account-of-event';
import { joinThreads } from './join-threads';
import type { KnownConversation } from './known-conversation';

type Asked = Readonly<{ account: EventAccount; message: ChannelMessage }>;
type Opening = Asked & Readonly<{ customerId: string }>;

const select = { id: true, ticketId: true, lastInboundAt: true } as const;

/**
 * The thread of a message: the one of its own key; else that of the message which it answers, or of those that answer it and
 * came before it. A message that joins several makes them one: in whatever order they come, they end on one ticket.
 */
export async function findConversation(
  tx: Tx,
  ctx: SystemContext,
  { account, message }: Asked,
): Promise<KnownConversation | null> {
  const { workspaceId } = ctx;
  const channelAccountId = account.id;
  const { key } = message.conversation;
  const own = await tx.channelConversation.findUnique({
    where: { workspaceId_channelAccountId_key: { workspaceId, channelAccountId, key } },
    select,
  });
  const answered = await answeredThread(tx, ctx, { account, message });
  // Had all come in order, a thread of this key would be here by now, or would not.
  if (own && (!answered || answered.id === own.id || (await beganBefore(tx, ctx, own, message)))) return own;
  const answering = own ? [own] : await answeringThreads(tx, ctx, { account, message });
  const all = [...(answered ? [answered] : []), ...answering];
  const threads = [...new Map(all.map((thread) => [thread.id, thread])).values()];
  return threads.length > 1 ? joinThreads(tx, ctx, threads) : (threads[0] ?? null);
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

/** Whether something stands in the thread that was written before this message. */
async function beganBefore(
  tx: Tx,
  { workspaceId }: Context,
  ...[{ id: conversationId }, { sentAt }]: [KnownConversation, ChannelMessage]
): Promise<boolean> {
  const earlier = await tx.message.findFirst({
    where: { workspaceId, conversationId, direction: 'inbound', sentAt: { lt: sentAt } },
    select: { id: true },
  });
  return earlier !== null;
}

const MOST_THREADS = 20;

/** Threads that began later than this message, with one that answers it. */
async function answeringThreads(
  tx: Tx,
  { workspaceId }: Context,
  { account, message: { externalId, conversation, sentAt } }: Asked,
): Promise<KnownConversation[]> {
  return tx.$queryRaw<KnownConversation[]>`
    select v.id, v."ticketId", v."lastInboundAt" from "ChannelConversation" v
    where v."workspaceId" = ${workspaceId}::uuid and v."isPublic" = ${conversation.isPublic} and v.id in (
        select m."conversationId" from "Message" m
        where m."workspaceId" = ${workspaceId}::uuid and m."channelAccountId" = ${account.id}::uuid
          and m."inReplyTo"[1] = ${externalId} and m.direction = 'inbound' and m."conversationId" is not null)
      and not exists (
        select from "Message" e where e."workspaceId" = v."workspaceId" and e."conversationId" = v.id
          and e.direction = 'inbound' and e."sentAt" < ${sentAt})
    order by v."createdAt", v.id limit ${MOST_THREADS}`;
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

type Heard = Asked & Readonly<{ conversation: KnownConversation; ticketId: string }>;

/**
 * The customer wrote: the thread stands on this ticket from now on, and about this message; it can be answered again unless
 * they shut it later than that.
 */
export async function heardFrom(
  tx: Tx,
  ctx: Context,
  { account, conversation, ticketId, message }: Heard,
): Promise<void> {
  const { workspaceId } = ctx;
  const { lastInboundAt } = conversation;
  const { externalId, sentAt, author } = message;
  const isNewest = lastInboundAt === null || sentAt >= lastInboundAt;
  await tx.channelConversation.updateMany({
    where: { workspaceId, id: conversation.id },
    data: {
      ticketId,
      ...(await shutSince(tx, ctx, { account, message, lastInboundAt })),
      ...(isNewest && {
        lastInboundAt: sentAt,
        lastInboundId: externalId,
        data: message.conversation.data,
        ...(author.handle && !message.conversation.isPublic && { handle: author.handle }),
      }),
    },
  });
}

async function shutSince(
  tx: Tx,
  { workspaceId }: Context,
  { account, message, lastInboundAt }: Asked & Pick<KnownConversation, 'lastInboundAt'>,
) {
  const { key } = message.conversation;
  const told = await tx.channelReach.findUnique({
    where: { workspaceId_channelAccountId_key: { workspaceId, channelAccountId: account.id, key } },
    select: { at: true, why: true },
  });
  const wroteAt = Math.max(message.sentAt.getTime(), lastInboundAt?.getTime() ?? 0);
  const isShut = told !== null && told.why !== null && told.at.getTime() >= wroteAt;
  return isShut ? { blockedAt: told.at, blockedWhy: told.why } : { blockedAt: null, blockedWhy: null };
}
