import type { PartResult } from '@/domain/channel/conversation';
import { settleMessage } from '@/features/delivery/commands/record-receipt';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, mailTopic, ticketTopic } from '@/server/live/announce';
import type { Answer } from './conversation-to-answer';
import { endTry } from './outbox';

type Sent = Extract<PartResult, { status: 'sent' }>;

/** Writes that one part has left, in a commit of its own; what the channel already said of it counts from now on. */
export function keepPart(
  ctx: SystemContext,
  { answer, position, result }: Readonly<{ answer: Answer; position: number; result: Sent }>,
): Promise<void> {
  const { workspaceId } = ctx;
  const { account, messageId, mail } = answer;
  const at = ctx.now();
  return transaction(ctx, async (tx) => {
    const key = { workspaceId, channelAccountId: account.id, externalId: result.externalId };
    const part = { messageId, position, conversationId: mail.conversationId, sentAt: at };
    const where = { workspaceId_channelAccountId_externalId: key };
    const told = await tx.channelReceipt.findUnique({ where, select: { state: true } });
    await tx.channelReceipt.upsert({
      where,
      create: { ...key, ...part, state: 'sent', changedAt: at },
      update: { ...part, state: told?.state ?? 'sent' },
    });
    if (result.continuesIn) await continueIn(tx, ctx, { answer, result });
  });
}

/** The answer to this comes in another thread: it belongs to the same ticket and the same customer. */
async function continueIn(
  tx: Tx,
  ctx: SystemContext,
  { answer, result: { continuesIn: next } }: Readonly<{ answer: Answer; result: Sent }>,
): Promise<void> {
  if (!next) return;
  const { workspaceId } = ctx;
  const from = await tx.channelConversation.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: answer.mail.conversationId } },
    select: {
      ticketId: true,
      customerId: true,
      handle: true,
      channelAccount: { select: { externalId: true } },
    },
  });
  const account = await tx.channelAccount.findFirst({
    where: { workspaceId, channel: next.channel, externalId: from.channelAccount.externalId, enabled: true },
    select: { id: true },
  });
  const { ticketId, customerId, handle } = from;
  if (!next.isPublic) {
    await tx.channelConversation.updateMany({
      where: { workspaceId, id: answer.mail.conversationId },
      data: { data: { ...answer.conversation.data, privateReplied: true } },
    });
  }
  if (!account) return;
  if (next.author) await adoptIdentity(tx, ctx, { customerId, author: next.author });
  const key = { workspaceId, channelAccountId: account.id, key: next.key };
  await tx.channelConversation.upsert({
    where: { workspaceId_channelAccountId_key: key },
    create: {
      ...key,
      id: ctx.newId(),
      channel: next.channel,
      isPublic: next.isPublic,
      customerId,
      ticketId,
      handle,
      data: next.data,
      createdAt: ctx.now(),
    },
    update: { ticketId },
  });
}

type Adopted = Readonly<{
  customerId: string;
  author: NonNullable<NonNullable<Sent['continuesIn']>['author']>;
}>;

async function adoptIdentity(tx: Tx, ctx: SystemContext, { customerId, author }: Adopted): Promise<void> {
  const { kind, value, handle: label } = author;
  const { workspaceId } = ctx;
  const row = { workspaceId, id: ctx.newId(), customerId, kind, value, label, createdAt: ctx.now() };
  await tx.customerIdentity.createMany({ data: [row], skipDuplicates: true });
}

/** Writes that all parts of an answer have left, and what the channel has said of them by now. */
export async function recordAllSent(ctx: SystemContext, answer: Answer): Promise<void> {
  const { workspaceId } = ctx;
  const { mail, messageId } = answer;
  const at = ctx.now();
  await transaction(ctx, async (tx) => {
    await endTry(tx, ctx, mail.id, {
      state: 'sent',
      via: 'channel',
      raw: Buffer.from(answer.text),
      secret: false,
      lastError: null,
    });
    const first = await tx.channelReceipt.findFirst({
      where: { workspaceId, messageId },
      orderBy: { position: 'asc' },
      select: { externalId: true },
    });
    const message = await tx.message.update({
      where: { workspaceId_id: { workspaceId, id: messageId } },
      data: { delivery: 'sent', deliveryDetail: null, sentAt: at, messageId: first?.externalId ?? null },
      select: { ticketId: true },
    });
    await tx.channelConversation.updateMany({
      where: { workspaceId, id: mail.conversationId },
      data: { lastOutboundAt: at },
    });
    await tx.deliveryAttempt.createMany({
      data: [
        { workspaceId, id: ctx.newId(), messageId, at, state: 'sent', recipient: answer.conversation.handle },
      ],
    });
    await settleMessage(tx, ctx, messageId);
    const topics = message.ticketId ? [ticketTopic(workspaceId, message.ticketId)] : [];
    await announce(tx, [...topics, mailTopic(workspaceId)]);
  });
}
