import type { AddressKind } from '@/domain/channel/address-kind';
import type { NewMessage } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';

/** Rows of one table; `position` of history is given by the database. */
export type Rows = Readonly<{
  table: 'Ticket' | 'Message' | 'MessageAddress' | 'MessageMention' | 'Attachment' | 'TicketEvent';
  rows: readonly Readonly<Record<string, unknown>>[];
}>;

type Insert = Readonly<{ ticketId: string | null; messages: readonly NewMessage[]; at: Date }>;

/** Messages with their addresses and new files, as the database keeps them. */
export function messageRows(ctx: Context, { ticketId, messages, at }: Insert) {
  return {
    message: messages.map((message) => messageRow(ctx, ticketId, { message, at })),
    address: messages.flatMap((message) => addressRows(ctx, message)),
    mention: messages.flatMap((message) => mentionRows(ctx, message)),
    file: messages.flatMap((message) => fileRows(ctx, message, at)),
  };
}

function messageRow(
  { workspaceId }: Context,
  ticketId: string | null,
  { message, at }: { message: NewMessage; at: Date },
) {
  const { author, from, replyTo, to, cc, bcc, attachmentIds, files, placedAt, mentions, ...rest } = message;
  return {
    ...rest,
    workspaceId,
    ticketId,
    authorKind: author.kind,
    authorName: author.name,
    authorAddress: author.address,
    authorCustomerId: author.kind === 'customer' ? author.id : null,
    authorUserId: author.kind === 'user' ? author.id : null,
    delivery: message.sendAt ? 'queued' : null,
    conversationId: message.conversationId ?? null,
    permalink: message.permalink ?? null,
    editedAt: message.editedAt ?? null,
    deletedAt: message.deletedAt ?? null,
    createdAt: placedAt ?? at,
  };
}

function addressRows({ workspaceId }: Context, message: NewMessage) {
  const rows = (kind: AddressKind, list: NewMessage['to']) =>
    list.map(({ name, address }, position) => ({
      workspaceId,
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

function mentionRows({ workspaceId }: Context, { id: messageId, mentions = [] }: NewMessage) {
  return mentions.map(({ kind, id }, position) => ({
    workspaceId,
    messageId,
    position,
    userId: kind === 'user' ? id : null,
    teamId: kind === 'team' ? id : null,
  }));
}

function fileRows({ workspaceId }: Context, message: NewMessage, at: Date) {
  return message.files.map((file, position) => ({
    ...file,
    workspaceId,
    messageId: message.id,
    position,
    createdAt: at,
  }));
}
