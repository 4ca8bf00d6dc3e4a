import 'server-only';
import type { AddressKind } from '@/domain/channel/address-kind';
import type { Unshown } from '@/domain/channel/conversation';
import type { Automated } from '@/domain/channel/message';
import type { Channel, Direction, ThreadedBy, TicketEvent } from '@/domain/ticket/ticket';
import type { StaffContext } from '@/server/context';
import { reactionsOf } from '@/server/db/message-reactions';
import { type Sql, sql } from '@/server/db/sql';
import { nameIn, tellsNothingHidden, withoutHiddenScore } from './event-names';

/** Messages that a page shows before "show earlier", and that each "show earlier" adds. */
export const PAGE_OF_MESSAGES = 50;

/** The most messages on one page, however often somebody asked for earlier ones. */
const MOST_MESSAGES = 500;

/** The newest messages come with their words; older ones are folded to a line until they are wanted. */
const MESSAGES_WITH_BODY = 10;

/** In characters; what is longer is fetched by itself. */
const LONGEST_HTML = 200_000;
const LONGEST_TEXT = 50_000;
const PREVIEW = 160;

export type MessageFile = Readonly<{
  id: string;
  name: string;
  type: string;
  size: number;
  inline: boolean;
  contentId: string | null;
}>;

export type MessageAttempt = Readonly<{
  /** ISO 8601. */
  at: string;
  state: string;
  recipient: string;
  code: string;
  detail: string;
}>;

export type TimelineMessage = Readonly<{
  id: string;
  direction: Direction;
  channel: Channel;
  authorKind: 'customer' | 'user' | 'system';
  authorCustomerId: string | null;
  authorUserId: string | null;
  authorName: string;
  authorAddress: string;
  /** Cut where `whole` is false; the beginning only where `loaded` is. */
  visibleText: string;
  text: string;
  html: string | null;
  hasHtml: boolean;
  /** False for an older message, of which only the beginning came along. */
  loaded: boolean;
  /** False when the message is so long that it is fetched by itself. */
  whole: boolean;
  automated: Automated | null;
  threadedBy: ThreadedBy | null;
  language: string | null;
  thanks: boolean;
  unverified: boolean;
  delivery: 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'bounced' | 'cancelled' | null;
  deliveryDetail: string | null;
  sendAt: Date | null;
  scheduled: boolean;
  sentAt: Date | null;
  createdAt: Date;
  hasSource: boolean;
  /** Null for what is no conversation of a channel; else whether everybody can read it. */
  isPublic: boolean | null;
  conversationId: string | null;
  permalink: string | null;
  editedAt: Date | null;
  deletedAt: Date | null;
  /** When its words were erased with those of a deleted customer. */
  erasedAt: Date | null;
  /** Names of files that the channel had no more when we asked for them. */
  missing: readonly string[] | null;
  /** Kinds of content that came with it and cannot be shown. */
  unshown: readonly Unshown[] | null;
  /** How people reacted to it on the channel; an empty name is the customer's. */
  reactions: readonly Readonly<{ emoji: string; name: string }>[];
  addresses: readonly Readonly<{ kind: AddressKind; name: string | null; address: string }>[];
  files: readonly MessageFile[];
  attempts: readonly MessageAttempt[];
}>;

export type Shown = Readonly<{
  ticketId: string;
  /** A conversation beside the ticket, in the place of its own. */
  sideId?: string | undefined;
  /** The message from which on all are shown; null: the newest 50. */
  from: string | null;
  /** Older messages that come with their words as well, since somebody unfolded them. */
  open: readonly string[];
}>;

/** The messages of a ticket that stand on its page, oldest first: the newest 50, or all from the message `from` on. */
export async function shownMessages(ctx: StaffContext, shown: Shown): Promise<TimelineMessage[]> {
  const limit = shown.from ? MOST_MESSAGES : PAGE_OF_MESSAGES;
  return ctx.db.$queryRaw<TimelineMessage[]>`
    with shown as (
      select m.*, row_number() over (order by m."createdAt" desc, m.id desc) <= ${MESSAGES_WITH_BODY}
          or m.id = any(${[...shown.open]}::uuid[]) as loaded,
        coalesce(length(m.html), 0) <= ${LONGEST_HTML} and length(m.text) <= ${LONGEST_TEXT} as whole
      from (
        select * from "Message"
        where "workspaceId" = ${ctx.workspaceId}::uuid and ${within(shown)} and ${since(ctx, shown)}
        order by "createdAt" desc, id desc limit ${limit}
      ) as m
    )
    select m.id, m.direction, m.channel, m."authorKind", m."authorCustomerId", m."authorUserId", m."authorName",
      m."authorAddress", m.loaded, m.whole, m.html is not null as "hasHtml",
      left(m."visibleText", case when m.loaded then ${LONGEST_TEXT}::int else ${PREVIEW}::int end) as "visibleText",
      case when m.loaded and m.html is null then left(m.text, ${LONGEST_TEXT}::int) else '' end as text,
      case when m.loaded and m.whole then m.html end as html,
      m.automated, m."threadedBy", m.language, m.thanks, m.unverified, m.delivery, m."deliveryDetail", m."sendAt",
      m.scheduled, m."sentAt", m."createdAt", m."conversationId",
      exists (select from "RawInbound" r where r."workspaceId" = m."workspaceId" and r.id = m."rawInboundId"
        and r."emptiedAt" is null) as "hasSource",
      m.permalink, m."editedAt", m."deletedAt", m."erasedAt",
      case when m."conversationId" is not null then m.headers->'missing-files' end as missing,
      case when m."conversationId" is not null then m.headers->'unshown' end as unshown,
      (select v."isPublic" and m.headers->>'privately' is distinct from 'yes' from "ChannelConversation" v
        where v."workspaceId" = m."workspaceId" and v.id = m."conversationId") as "isPublic",
      case when m."conversationId" is null then '[]'::json else ${reactionsOf()} end as reactions,
      coalesce((
        select json_agg(json_build_object('kind', a.kind, 'name', a.name, 'address', a.address) order by a.kind, a.position)
        from "MessageAddress" a where a."workspaceId" = m."workspaceId" and a."messageId" = m.id
      ), '[]'::json) as addresses,
      coalesce((
        select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size,
          'inline', f.inline, 'contentId', f."contentId") order by f.position, f.id)
        from "Attachment" f where f."workspaceId" = m."workspaceId" and f."messageId" = m.id
      ), '[]'::json) as files,
      case when m.delivery in ('failed', 'bounced') then coalesce((
        select json_agg(json_build_object('at', d.at, 'state', d.state, 'recipient', d.recipient, 'code', d.code,
          'detail', d.detail) order by d.at desc, d.id desc)
        from "DeliveryAttempt" d where d."workspaceId" = m."workspaceId" and d."messageId" = m.id
      ), '[]'::json) else '[]'::json end as attempts
    from shown m order by m."createdAt", m.id`;
}

const within = ({ ticketId, sideId }: Shown): Sql =>
  sideId ? sql`"sideConversationId" = ${sideId}::uuid` : sql`"ticketId" = ${ticketId}::uuid`;

function since(ctx: StaffContext, { ticketId, from }: Shown): Sql {
  if (!from) return sql`true`;
  return sql`("createdAt", id) >= (
    select f."createdAt", f.id from "Message" f
    where f."workspaceId" = ${ctx.workspaceId}::uuid and f."ticketId" = ${ticketId}::uuid and f.id = ${from}::uuid)`;
}

/** The message from which on the page shows 50 more than now, or null when `first` is the ticket's first. */
export async function earlierFrom(
  ctx: StaffContext,
  { ticketId, first }: Readonly<{ ticketId: string; first: Readonly<{ id: string; createdAt: Date }> }>,
): Promise<string | null> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select id from (
      select id, "createdAt" from "Message"
      where "workspaceId" = ${ctx.workspaceId}::uuid and "ticketId" = ${ticketId}::uuid
        and ("createdAt", id) < (${first.createdAt}, ${first.id}::uuid)
      order by "createdAt" desc, id desc limit ${PAGE_OF_MESSAGES}
    ) as earlier order by "createdAt", id limit 1`;
  return rows[0]?.id ?? null;
}

export type ShownEvent = Readonly<{
  /** The position in the history; a text, since it may exceed what a number holds. */
  position: string;
  type: Exclude<
    TicketEvent['type'],
    `message.${string}` | `call.${string}` | 'sla.promised' | 'sla.recalculated'
  >;
  data: Readonly<Record<string, string | number | boolean | null>>;
  /** Names of the people, teams, customers or tags that `data` names by id. */
  from: string | null;
  to: string | null;
  /** True where it was given to the reader. */
  toReader: boolean;
  actorKind: 'user' | 'customer' | 'system';
  actorId: string | null;
  actorName: string;
  at: Date;
}>;

/** What happened on a ticket while the shown messages were written, oldest first; messages tell their own story. */
export async function shownEvents(ctx: StaffContext, shown: Shown): Promise<ShownEvent[]> {
  const { workspaceId } = ctx;
  const rows = await ctx.db.$queryRaw<ShownEvent[]>`
    select e.position::text as position, e.type, e.data, ${nameIn('from')} as "from", ${nameIn('to')} as "to",
      coalesce(e.data->>'to' = ${ctx.actor.id}::text, false) as "toReader", e."actorKind", e."actorId", e."actorName", e.at
    from (
      select * from "TicketEvent"
      where "workspaceId" = ${workspaceId}::uuid and "ticketId" = ${shown.ticketId}::uuid
        and type not in ('call.answered', 'call.changed', 'message.added', 'message.cancelled', 'message.deleted', 'message.delivery_changed', 'message.edited', 'sla.promised', 'sla.recalculated')
        and at >= ${firstMoment(ctx, shown)}
        and ${tellsNothingHidden(ctx)}
      order by position desc limit ${MOST_MESSAGES}
    ) as e order by e."position"`;
  return rows
    .filter(({ type, actorKind }) => type !== 'ticket.created' || actorKind === 'user')
    .map((event) => withoutHiddenScore(ctx, event));
}

/** When the first shown message was written; the beginning of time when all messages are shown. */
function firstMoment(ctx: StaffContext, { ticketId, from }: Shown): Sql {
  const messages = sql`select m."createdAt" from "Message" m
    where m."workspaceId" = ${ctx.workspaceId}::uuid and m."ticketId" = ${ticketId}::uuid`;
  const first = from
    ? sql`${messages} and m.id = ${from}::uuid`
    : sql`${messages} order by m."createdAt" desc, m.id desc offset ${PAGE_OF_MESSAGES - 1} limit 1`;
  return sql`coalesce((${first}), '-infinity'::timestamptz)`;
}
