import { mayOnTicket } from '@/domain/permission/can';
import { shownMessages, type TimelineMessage } from '@/features/tickets/queries-timeline';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';

/** A conversation beside a ticket, as lists show it. */
export type ListedSide = Readonly<{
  id: string;
  subject: string;
  state: 'open' | 'done';
  createdAt: Date;
  activityAt: Date;
  /** With whom: names or addresses, with commas between. */
  people: string;
  /** How many mails it holds that were not taken back. */
  messages: number;
  /** Whether the newest of them is theirs. */
  isAnswered: boolean;
}>;

const MOST_SIDES = 100;

/** The conversations beside a ticket, open ones first, then by when something happened; in one query. None for a ticket that the reader may not see. */
export async function sidesOnTicket(ctx: StaffContext, ticketId: string): Promise<ListedSide[]> {
  const { workspaceId } = ctx;
  return ctx.db.$queryRaw<ListedSide[]>`
    select s.id, s.subject, s.state, s."createdAt", s."activityAt", coalesce(p.names, '') as people,
      coalesce(n.count, 0) as messages, coalesce(n."isAnswered", false) as "isAnswered"
    from "SideConversation" s
    left join lateral (
      select count(*)::int as count, (array_agg(m.direction order by m."createdAt" desc, m.id desc))[1] = 'inbound' as "isAnswered"
      from "Message" m where m."workspaceId" = s."workspaceId" and m."sideConversationId" = s.id
        and m.delivery is distinct from 'cancelled'
    ) n on true
    left join lateral (
      select string_agg(distinct a.address, ', ') as names
      from "Message" m join "MessageAddress" a on a."workspaceId" = m."workspaceId" and a."messageId" = m.id
      where m."workspaceId" = s."workspaceId" and m."sideConversationId" = s.id
        and m.direction = 'outbound' and a.kind = 'to'
    ) p on true
    where s."workspaceId" = ${workspaceId}::uuid and s."ticketId" = ${ticketId}::uuid and exists (
      select 1 from "Ticket" t where t."workspaceId" = ${workspaceId}::uuid and t.id = ${ticketId}::uuid
        and ${readableBy(ctx.actor)})
    order by s.state, s."activityAt" desc, s.id desc limit ${MOST_SIDES}`;
}

export type ShownSide = Readonly<{
  side: Readonly<{ id: string; subject: string; state: 'open' | 'done' }>;
  ticketId: string;
  messages: readonly TimelineMessage[];
  mayWrite: boolean;
}>;

/** A conversation beside a ticket with its newest 50 mails; null where there is none that the reader may see. */
export async function sideForReading(ctx: StaffContext, sideId: string): Promise<ShownSide | null> {
  const { workspaceId, actor } = ctx;
  const found = await ctx.db.sideConversation.findUnique({
    where: { workspaceId_id: { workspaceId, id: sideId } },
    select: {
      id: true,
      subject: true,
      state: true,
      ticket: { select: { id: true, teamId: true, assigneeId: true, requesterId: true, status: true } },
    },
  });
  if (!found || !mayOnTicket(actor, 'ticket.read', found.ticket)) return null;
  const { ticket, ...side } = found;
  const messages = await shownMessages(ctx, { ticketId: ticket.id, sideId, from: null, open: [] });
  return { side, ticketId: ticket.id, messages, mayWrite: mayOnTicket(actor, 'ticket.reply', ticket) };
}
