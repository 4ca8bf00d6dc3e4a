import 'server-only';
import type { NoticeKind, Preferences } from '@/domain/notification/preferences';
import { USUAL } from '@/domain/notification/preferences';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';
import { preferencesOfMember } from './commands/save-preferences';
import { noticeSentences, type Reader } from './notice-sentence';

/** The most that the bell counts; one more is shown as "99+". */
export const BELL_LIMIT = 99;

/** Browsers show what is newer than this; who comes later finds the rest in the list. */
const FRESH_MILLISECONDS = 120_000;

/** Something for the browser to show. */
export type FreshNotice = Readonly<{ id: string; number: number; subject: string; sentence: string }>;
export type Bell = Readonly<{ unread: number; fresh: readonly FreshNotice[] }>;

type RawNotice = Readonly<{
  id: string;
  kind: NoticeKind;
  actorName: string;
  facts: Readonly<Record<string, unknown>>;
}>;

/** How many tickets have unread notices, never more than `BELL_LIMIT` + 1, and what browsers may show now; in one query. */
export async function bellOf(ctx: StaffContext, reader: Reader): Promise<Bell> {
  const { workspaceId, actor } = ctx;
  if (!actor.id) return { unread: 0, fresh: [] };
  const since = new Date(ctx.now().getTime() - FRESH_MILLISECONDS);
  const own = sql`n."workspaceId" = ${workspaceId}::uuid and n."userId" = ${actor.id}::uuid
    and n."readAt" is null and n.app and ${readableBy(actor)}`;
  const ticket = sql`join "Ticket" t on t."workspaceId" = n."workspaceId" and t.id = n."ticketId"`;
  const [row] = await ctx.db.$queryRaw<
    { unread: number; fresh: (RawNotice & Pick<FreshNotice, 'number' | 'subject'>)[] }[]
  >`
    select (select count(*)::int from (
        select distinct n."ticketId" from "Notification" n ${ticket} where ${own} limit ${BELL_LIMIT + 1}
      ) as tickets) as unread,
      coalesce((select json_agg(f) from (
        select n.id, n.kind, n."actorName", n.facts, t.number, t.subject from "Notification" n ${ticket}
        where ${own} and n.browser and n.at > ${since}::timestamptz order by n.at desc, n.id desc limit 5
      ) as f), '[]'::json) as fresh`;
  const { unread = 0, fresh = [] } = row ?? {};
  if (fresh.length === 0) return { unread, fresh: [] };
  const say = await noticeSentences(reader);
  return {
    unread,
    fresh: fresh.map(({ id, number, subject, ...notice }) => ({
      id,
      number,
      subject,
      sentence: say(notice),
    })),
  };
}

/** One ticket with what its reader was told of it. */
export type NoticeGroup = Readonly<{
  ticketId: string;
  number: number;
  subject: string;
  requester: string;
  unread: boolean;
  /** The newest ones, and how many more there are. */
  notices: readonly Readonly<{ id: string; kind: NoticeKind; sentence: string; excerpt: string; at: Date }>[];
  more: number;
}>;

export type NoticePage = Readonly<{
  groups: readonly NoticeGroup[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}>;

type Asked = Readonly<{ userId: string; unreadOnly: boolean; after?: string | undefined; limit?: number }>;
type Row = Omit<NoticeGroup, 'notices' | 'more'> &
  Readonly<{
    id: string;
    at: Date;
    count: number;
    notices: readonly (RawNotice & Readonly<{ at: string; excerpt: string | null }>)[];
  }>;

const PAGE = 30;
const SHOWN = 3;
const COUNTED = 50;
const EXCERPT = 160;
const PLACE = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * What a member was told, by ticket, the one with the newest notice first; tickets that they may not see any more are left
 * out. One page in one statement.
 */
export async function listNotices(
  ctx: StaffContext,
  reader: Reader,
  { userId, unreadOnly, after, limit = PAGE }: Asked,
): Promise<NoticePage> {
  const own = sql`n."workspaceId" = ${ctx.workspaceId}::uuid and n."userId" = ${userId}::uuid and n.app`;
  const ofTicket = sql`n."workspaceId" = h."workspaceId" and n."userId" = h."userId" and n."ticketId" = h."ticketId" and n.app`;
  const unread = sql`exists (select 1 from "Notification" n where ${ofTicket} and n."readAt" is null)`;
  const rows = await ctx.db.$queryRaw<Row[]>`
    select h.id, h.at, h."ticketId", t.number, t.subject, c."displayName" as requester, ${unread} as unread,
      (select count(*)::int from (select 1 from "Notification" n where ${ofTicket} limit ${COUNTED}) as counted) as count,
      (select json_agg(s) from (
        select n.id, n.kind, n."actorName", n.facts, n.at, left(m."visibleText", ${EXCERPT}) as excerpt
        from "Notification" n
        left join "Message" m on m."workspaceId" = n."workspaceId" and m.id = n."messageId"
        where ${ofTicket} order by n.at desc, n.id desc limit ${SHOWN}
      ) as s) as notices
    from "Notification" h
    join "Ticket" t on t."workspaceId" = h."workspaceId" and t.id = h."ticketId"
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where h."workspaceId" = ${ctx.workspaceId}::uuid and h."userId" = ${userId}::uuid and h.app
      and ${readableBy(ctx.actor)} and ${unreadOnly ? unread : sql`true`} and ${beyond(after)}
      and not exists (
        select 1 from "Notification" n where ${own} and n."ticketId" = h."ticketId" and (n.at, n.id) > (h.at, h.id)
      )
    order by h.at desc, h.id desc limit ${limit + 1}`;
  const say = await noticeSentences(reader);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    groups: shown.map(({ id: _, at: __, count, notices, ...group }) => ({
      ...group,
      more: Math.max(0, count - notices.length),
      notices: notices.map(({ excerpt, at, ...notice }) => ({
        ...{ id: notice.id, kind: notice.kind, sentence: say(notice) },
        excerpt: excerpt ?? '',
        at: new Date(at),
      })),
    })),
    next: last ? `${last.at.getTime()}_${last.id}` : null,
  };
}

function beyond(after: string | undefined) {
  const [, time, id] = PLACE.exec(after ?? '') ?? [];
  if (!time || !id) return sql`true`;
  return sql`(h.at, h.id) < (${new Date(Number(time))}::timestamptz, ${id}::uuid)`;
}

/** How the reader wants to be told. */
export async function ownPreferences(ctx: StaffContext): Promise<Preferences> {
  return (ctx.actor.id && (await preferencesOfMember(ctx, ctx.actor.id))) || USUAL;
}
