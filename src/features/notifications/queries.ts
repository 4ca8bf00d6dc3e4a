import 'server-only';
import type { NoticeKind, Preferences } from '@/domain/notification/preferences';
import { USUAL } from '@/domain/notification/preferences';
import { may } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';
import { preferencesOfMember } from './commands/save-preferences';
import { noticeSentences, type Reader } from './notice-sentence';
import { type NoticeSubject, pathOf } from './notice-subject';
import { titleOfArticle } from './title-of-article';

/** The most that the bell counts; one more is shown as "99+". */
export const BELL_LIMIT = 99;

/** Browsers show what is newer than this; who comes later finds the rest in the list. */
const FRESH_MILLISECONDS = 120_000;

/** Something for the browser to show, and where it leads, below the workspace. */
export type FreshNotice = Readonly<{ id: string; title: string; sentence: string; path: string }>;
export type Bell = Readonly<{ unread: number; fresh: readonly FreshNotice[] }>;

type RawNotice = Readonly<{
  id: string;
  kind: NoticeKind;
  actorName: string;
  facts: Readonly<Record<string, unknown>>;
}>;

type Named = Readonly<{ aboutId: string; number: number | null; subject: string; requester?: string | null }>;

function subjectOf({ aboutId: id, number, requester }: Named, newest: RawNotice | undefined): NoticeSubject {
  if (number !== null) return { kind: 'ticket', id, number, requester: requester ?? '' };
  const locale = newest?.facts['locale'];
  return { kind: 'article', id, locale: typeof locale === 'string' ? locale : null };
}

/** Joins what the notices `n` are about, as far as the reader may see that. */
const joined = sql`
  left join "Ticket" t on t."workspaceId" = n."workspaceId" and t.id = n."ticketId"
  ${titleOfArticle}`;

const seenBy = (actor: StaffContext['actor']): Sql =>
  sql`case when n."ticketId" is null then ${may(actor, 'knowledge.read')} else ${readableBy(actor)} end`;

/** How many tickets and articles have unread notices, never more than `BELL_LIMIT` + 1, and what browsers may show now; in one query. */
export async function bellOf(ctx: StaffContext, reader: Reader): Promise<Bell> {
  const { workspaceId, actor } = ctx;
  if (!actor.id) return { unread: 0, fresh: [] };
  const since = new Date(ctx.now().getTime() - FRESH_MILLISECONDS);
  const own = sql`n."workspaceId" = ${workspaceId}::uuid and n."userId" = ${actor.id}::uuid
    and n."readAt" is null and n.app and ${seenBy(actor)}`;
  const [row] = await ctx.db.$queryRaw<{ unread: number; fresh: (RawNotice & Named)[] }[]>`
    select (select count(*)::int from (
        select distinct coalesce(n."ticketId", n."articleId") from "Notification" n
        left join "Ticket" t on t."workspaceId" = n."workspaceId" and t.id = n."ticketId"
        where ${own} limit ${BELL_LIMIT + 1}
      ) as abouts) as unread,
      coalesce((select json_agg(f) from (
        select n.id, n.kind, n."actorName", n.facts, coalesce(n."ticketId", n."articleId") as "aboutId", t.number,
          coalesce(t.subject, x.title) as subject
        from "Notification" n ${joined}
        where ${own} and n.browser and n.at > ${since}::timestamptz order by n.at desc, n.id desc limit 5
      ) as f), '[]'::json) as fresh`;
  const { unread = 0, fresh = [] } = row ?? {};
  if (fresh.length === 0) return { unread, fresh: [] };
  const say = await noticeSentences(reader);
  return {
    unread,
    fresh: fresh.map((notice) => ({
      id: notice.id,
      title: notice.number === null ? notice.subject : `#${notice.number} ${notice.subject}`,
      sentence: say(notice),
      path: pathOf(subjectOf(notice, notice)),
    })),
  };
}

/** One ticket or article with what its reader was told of it. */
export type NoticeGroup = Readonly<{
  about: NoticeSubject;
  /** The subject of a ticket, the title of an article. */
  subject: string;
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
type Row = Named &
  Readonly<{
    unread: boolean;
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
 * What a member was told, by ticket and article, the one with the newest notice first; what they may not see any more is left
 * out. One page in one statement.
 */
export async function listNotices(
  ctx: StaffContext,
  reader: Reader,
  { userId, unreadOnly, after, limit = PAGE }: Asked,
): Promise<NoticePage> {
  const rows = await ctx.db.$queryRaw<Row[]>`
    select n.id, n.at, coalesce(n."ticketId", n."articleId") as "aboutId", t.number,
      coalesce(t.subject, x.title) as subject, c."displayName" as requester, ${UNREAD} as unread,
      (select count(*)::int from (select 1 from "Notification" o where ${OF_SAME} limit ${COUNTED}) as counted) as count,
      (select json_agg(s) from (
        select o.id, o.kind, o."actorName", o.facts, o.at, left(m."visibleText", ${EXCERPT}) as excerpt
        from "Notification" o
        left join "Message" m on m."workspaceId" = o."workspaceId" and m.id = o."messageId"
        where ${OF_SAME} order by o.at desc, o.id desc limit ${SHOWN}
      ) as s) as notices
    from "Notification" n ${joined}
    left join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where n."workspaceId" = ${ctx.workspaceId}::uuid and n."userId" = ${userId}::uuid and n.app
      and ${seenBy(ctx.actor)} and ${unreadOnly ? UNREAD : sql`true`} and ${beyond(after)}
      and not exists (select 1 from "Notification" o where ${OF_SAME} and (o.at, o.id) > (n.at, n.id))
    order by n.at desc, n.id desc limit ${limit + 1}`;
  const say = await noticeSentences(reader);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    groups: shown.map((row) => ({
      ...{ about: subjectOf(row, row.notices[0]), subject: row.subject, unread: row.unread },
      more: Math.max(0, row.count - row.notices.length),
      notices: row.notices.map(({ excerpt, at, ...notice }) => ({
        ...{ id: notice.id, kind: notice.kind, sentence: say(notice) },
        excerpt: excerpt ?? '',
        at: new Date(at),
      })),
    })),
    next: last ? `${last.at.getTime()}_${last.id}` : null,
  };
}

/** The notices `o` of the same reader about the same. */
const OF_SAME = sql`o."workspaceId" = n."workspaceId" and o."userId" = n."userId"
  and coalesce(o."ticketId", o."articleId") = coalesce(n."ticketId", n."articleId") and o.app`;
const UNREAD = sql`exists (select 1 from "Notification" o where ${OF_SAME} and o."readAt" is null)`;

function beyond(after: string | undefined) {
  const [, time, id] = PLACE.exec(after ?? '') ?? [];
  if (!time || !id) return sql`true`;
  return sql`(n.at, n.id) < (${new Date(Number(time))}::timestamptz, ${id}::uuid)`;
}

/** How the reader wants to be told. */
export async function ownPreferences(ctx: StaffContext): Promise<Preferences> {
  return (ctx.actor.id && (await preferencesOfMember(ctx, ctx.actor.id))) || USUAL;
}

/** True when the reader was told of this article what they have not read yet. */
export async function hasNewsOfArticle(
  { db, workspaceId, actor }: StaffContext,
  articleId: string,
): Promise<boolean> {
  if (!actor.id) return false;
  const found = await db.notification.findFirst({
    where: { workspaceId, articleId, userId: actor.id, readAt: null, app: true },
    select: { id: true },
  });
  return found !== null;
}
