import 'server-only';
import { ok } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { reactionsOf } from '@/server/db/message-reactions';
import { readableBy } from '@/server/db/readable-tickets';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import { type Listed, type Place, pageOf, placeOf } from './paging';
import type { MessagesQuery } from './schemas/message';

export type MessageRow = Readonly<{ id: string; createdAt: Date }>;

type Choice = Readonly<{
  where: readonly Sql[];
  sort?: MessagesQuery['sort'];
  limit: number;
  headers: boolean;
}>;

/**
 * Messages as the API shows them: those on tickets that the reader may see, and for who sees all, those on none. What is said
 * with others beside a ticket is none of them.
 */
function messageRows(ctx: StaffContext, { where, sort = '-createdAt', limit, headers }: Choice) {
  const direction = sort === '-createdAt' ? sql`desc` : sql`asc`;
  const stray =
    ctx.actor.scope === 'all' ? sql`m."ticketId" is null and m."sideConversationId" is null` : sql`false`;
  const conditions = [
    sql`m."workspaceId" = ${ctx.workspaceId}::uuid`,
    sql`((${stray}) or (t.id is not null and ${readableBy(ctx.actor)}))`,
    ...where,
  ];
  const order = sql`order by m."createdAt" ${direction}, m.id ${direction}`;
  return ctx.db.$queryRaw<MessageRow[]>`
    select m.id, m."ticketId", m.number as "ticketNumber", m.direction, m.channel,
      json_build_object('kind', m."authorKind", 'id', coalesce(m."authorCustomerId", m."authorUserId"),
        'name', m."authorName", 'address', nullif(m."authorAddress", '')) as author,
      m.subject, m.text, m."visibleText", m.html,
      coalesce((${addresses('from')} -> 0), case when m.direction = 'inbound' and m."authorAddress" <> ''
        then json_build_object('name', nullif(m."authorName", ''), 'address', m."authorAddress") end) as "from",
      ${addresses('reply_to')} as "replyTo", ${addresses('to')} as "to", ${addresses('cc')} as cc,
      ${addresses('bcc')} as bcc,
      case when m.direction = 'note' then ${mentions} else '[]'::json end as mentions,
      m."messageId", m."inReplyTo"[1] as "inReplyTo", m."references", m.automated, m."threadedBy",
      coalesce((
        select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size,
          'sha256', f.sha256, 'inline', f.inline, 'contentId', f."contentId") order by f.position, f.id)
        from "Attachment" f where f."workspaceId" = m."workspaceId" and f."messageId" = m.id
      ), '[]'::json) as attachments,
      case when m."conversationId" is null then '[]'::json else ${reactionsOf()} end as reactions,
      m.language, m.delivery, m."deliveryDetail", m."sendAt", m."sentAt", m."receivedAt", m."createdAt"
      ${headers ? sql`, m.headers` : sql``}
    from (
      select m.*, t.number from "Message" m
      left join "Ticket" t on t."workspaceId" = m."workspaceId" and t.id = m."ticketId"
      where ${joinSql(conditions, ' and ')} ${order} limit ${limit}
    ) as m ${order}`;
}

const addresses = (kind: 'from' | 'reply_to' | 'to' | 'cc' | 'bcc'): Sql => sql`coalesce((
  select json_agg(json_build_object('name', a.name, 'address', a.address) order by a.position)
  from "MessageAddress" a
  where a."workspaceId" = m."workspaceId" and a."messageId" = m.id and a.kind = ${kind}::"AddressKind"), '[]'::json)`;

const mentions = sql`coalesce((
  select json_agg(json_build_object('kind', case when n."userId" is null then 'team' else 'user' end,
    'id', coalesce(n."userId", n."teamId"), 'name', coalesce(u.name, g.name)) order by n.position)
  from "MessageMention" n left join "User" u on u.id = n."userId"
  left join "Team" g on g."workspaceId" = n."workspaceId" and g.id = n."teamId"
  where n."workspaceId" = m."workspaceId" and n."messageId" = m.id), '[]'::json)`;

/** One message, or null where there is none that the reader may see. */
export async function messageById(
  ctx: StaffContext,
  id: string,
  headers = false,
): Promise<MessageRow | null> {
  const [row] = await messageRows(ctx, { where: [sql`m.id = ${id}::uuid`], limit: 1, headers });
  return row ?? null;
}

/** The messages that fit the filters, over the workspace or of one ticket. */
export async function listMessages(ctx: StaffContext, query: MessagesQuery): Listed<MessageRow> {
  const { sort, limit, include } = query;
  const list = `messages.${sort}`;
  const after = placeOf(list, query.cursor);
  if (!after.ok) return after;
  const where = [...filters(query), ...(after.value ? [beyond(sort, after.value)] : [])];
  const rows = await messageRows(ctx, { where, sort, limit: limit + 1, headers: include === 'headers' });
  return ok(pageOf(list, rows, { limit, by: (row) => row.createdAt }));
}

function beyond(sort: MessagesQuery['sort'], { by, id }: Place): Sql {
  const place = sql`(${new Date(by)}, ${id}::uuid)`;
  return sort === '-createdAt'
    ? sql`(m."createdAt", m.id) < ${place}`
    : sql`(m."createdAt", m.id) > ${place}`;
}

function filters({ direction, automated, delivery, ticket, since }: MessagesQuery): Sql[] {
  return [
    ...(direction ? [sql`m.direction = any(${direction}::"Direction"[])`] : []),
    ...(delivery ? [sql`m.delivery = any(${delivery}::"DeliveryState"[])`] : []),
    ...(automated === 'none' ? [sql`m.automated is null`] : []),
    ...(automated && automated !== 'none' ? [sql`m.automated = ${automated}::"Automated"`] : []),
    ...(ticket ? [sql`t.number = ${ticket}`] : []),
    ...(since ? [sql`m."createdAt" >= ${since}`] : []),
  ];
}

/** The stored source of a message: as it came, or as it left. Null where there is none that the reader may see. */
export async function sourceOf(ctx: StaffContext, id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!(await messageById(ctx, id))) return null;
  const { workspaceId } = ctx;
  const row = await ctx.db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      rawInbound: { select: { bytes: true, emptiedAt: true } },
      mails: { where: { raw: { not: null } }, orderBy: { sentAt: 'desc' }, take: 1, select: { raw: true } },
    },
  });
  const received = row?.rawInbound?.emptiedAt === null ? row.rawInbound.bytes : null;
  const bytes = received ?? row?.mails[0]?.raw;
  return bytes ? new Uint8Array(bytes) : null;
}
