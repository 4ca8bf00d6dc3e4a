import type { AddressKind } from '@/domain/channel/address-kind';
import type { NewMessage } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Insert = Readonly<{ ticketId: string | null; messages: readonly NewMessage[]; at: Date }>;

/** Writes messages with their addresses and files; uploads named by the message become its attachments. */
export async function insertMessages(
  tx: Tx,
  ctx: Context,
  { ticketId, messages, at }: Insert,
): Promise<void> {
  if (messages.length === 0) return;
  await tx.message.createMany({ data: messages.map((message) => rowOf(ctx, ticketId, { message, at })) });
  const addresses = messages.flatMap((message) => addressRows(ctx, message));
  if (addresses.length > 0) await tx.messageAddress.createMany({ data: addresses });
  const files = messages.flatMap((message) => fileRows(ctx, message, at));
  if (files.length > 0) await tx.attachment.createMany({ data: files });
  for (const message of messages) await claimUploads(tx, ctx, message);
}

function rowOf(ctx: Context, ticketId: string | null, { message, at }: { message: NewMessage; at: Date }) {
  const { author, from, replyTo, to, cc, bcc, attachmentIds, files, headers, ...rest } = message;
  return {
    ...rest,
    workspaceId: ctx.workspaceId,
    ticketId,
    inReplyTo: [...rest.inReplyTo],
    references: [...rest.references],
    ...(headers && { headers: JSON.parse(JSON.stringify(headers)) }),
    authorKind: author.kind,
    authorName: author.name,
    authorAddress: author.address,
    authorCustomerId: author.kind === 'customer' ? author.id : null,
    authorUserId: author.kind === 'user' ? author.id : null,
    delivery: message.sendAt ? ('queued' as const) : null,
    createdAt: at,
  };
}

function addressRows(ctx: Context, message: NewMessage) {
  const rows = (kind: AddressKind, list: NewMessage['to']) =>
    list.map(({ name, address }, position) => ({
      workspaceId: ctx.workspaceId,
      messageId: message.id,
      kind,
      position,
      name,
      address,
    }));
  return [
    ...rows('from', message.from),
    ...rows('reply_to', message.replyTo),
    ...rows('to', message.to),
    ...rows('cc', message.cc),
    ...rows('bcc', message.bcc),
  ];
}

function fileRows(ctx: Context, message: NewMessage, at: Date) {
  return message.files.map((file, position) => ({
    ...file,
    workspaceId: ctx.workspaceId,
    messageId: message.id,
    position,
    createdAt: at,
  }));
}

/** Only uploads of the same workspace that no message has yet; whatever else is named is left alone. */
async function claimUploads(tx: Tx, ctx: Context, message: NewMessage): Promise<void> {
  if (message.attachmentIds.length === 0) return;
  await tx.attachment.updateMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...message.attachmentIds] }, messageId: null },
    data: { messageId: message.id },
  });
}
