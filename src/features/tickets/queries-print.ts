import 'server-only';
import type { FieldDefinition } from '@/domain/field/field';
import { may, mayOnTicket } from '@/domain/permission/can';
import type { Channel, Direction } from '@/domain/ticket/ticket';
import { isTrashed } from '@/domain/ticket/trash';
import type { StaffContext } from '@/server/context';
import { sql } from '@/server/db/sql';
import { type TicketHead, ticketHead } from './queries-head';
import { ticketChoices } from './queries-side';

/** The most messages on paper, the newest of them. */
const MOST_MESSAGES = 500;

/** The most characters of one message: some ten pages. */
const LONGEST_TEXT = 30_000;

export type PrintedMessage = Readonly<{
  id: string;
  direction: Direction;
  channel: Channel;
  authorName: string;
  authorAddress: string;
  visibleText: string;
  language: string | null;
  createdAt: Date;
  files: readonly Readonly<{ id: string; name: string; type: string; size: number }>[];
}>;

export type PrintedTicket = Readonly<{
  ticket: TicketHead;
  /** Oldest first; without what was taken back before it left. */
  messages: readonly PrintedMessage[];
  /** True where older messages are missing. */
  isCut: boolean;
  /** The workspace's own fields of tickets. */
  fields: readonly FieldDefinition[];
}>;

/** A ticket for paper, on wish with its notes, in three queries; null when there is no such ticket, or the reader may not see it. */
export async function getPrintedTicket(
  ctx: StaffContext,
  number: number,
  { notes }: Readonly<{ notes: boolean }>,
): Promise<PrintedTicket | null> {
  const ticket = await ticketHead(ctx, number);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.read', ticket)) return null;
  if (isTrashed(ticket) && !may(ctx.actor, 'ticket.delete')) return null;
  const [newest, { fields }] = await Promise.all([
    printedMessages(ctx, ticket.id, notes),
    ticketChoices(ctx),
  ]);
  const messages = newest.slice(0, MOST_MESSAGES).reverse();
  return { ticket, messages, isCut: newest.length > MOST_MESSAGES, fields };
}

function printedMessages(
  { db, workspaceId }: StaffContext,
  ...[ticketId, notes]: [string, boolean]
): Promise<PrintedMessage[]> {
  return db.$queryRaw<PrintedMessage[]>`
    select m.id, m.direction, m.channel, m."authorName", m."authorAddress", m.language, m."createdAt",
      left(m."visibleText", ${LONGEST_TEXT}::int) as "visibleText",
      coalesce((
        select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size)
          order by f.position, f.id)
        from "Attachment" f where f."workspaceId" = m."workspaceId" and f."messageId" = m.id
      ), '[]'::json) as files
    from "Message" m
    where m."workspaceId" = ${workspaceId}::uuid and m."ticketId" = ${ticketId}::uuid
      and m.delivery is distinct from 'cancelled' and m."deletedAt" is null
      and ${notes ? sql`true` : sql`m.direction <> 'note'`}
    order by m."createdAt" desc, m.id desc limit ${MOST_MESSAGES + 1}`;
}
