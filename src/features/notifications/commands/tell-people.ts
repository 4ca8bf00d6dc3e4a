import { type NoticeKind, preferencesOf, waysOf } from '@/domain/notification/preferences';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sqlJson } from '@/server/db/sql';
import { announce, noticesTopic } from '@/server/live/announce';

/** The ticket or the article that something is told of. */
type About =
  | Readonly<{ ticketId: string; articleId?: undefined }>
  | Readonly<{ articleId: string; ticketId?: undefined }>;

/** Something that one person is to be told of what they may see. */
export type News = About &
  Readonly<{
    userId: string;
    kind: NoticeKind;
    /** What makes it happen once for this person. */
    key: string;
    /** When it happened; absent: now. What the person has read by then already is not new to them. */
    at?: Date;
    messageId?: string | null;
    /** Who did it; absent for what the product did by itself. */
    actorName?: string;
    /** What its sentence needs beside that. */
    facts?: Readonly<Record<string, string | number>>;
    /** Its mail, also one at once, is written by the sweep over what is due, in one sentence. */
    swept?: boolean;
  }>;

/** Which of the news go out by mail at once; the caller knows what they say. */
export type MailNow = (news: Pick<News, 'userId' | 'key'>) => boolean;

type Asking = Pick<Context, 'workspaceId' | 'now' | 'newId'>;

/**
 * Tells each of these people in the ways that they chose, in the caller's transaction: into their list, at once in the
 * browsers that look, and by mail later where they want it later. What somebody was told before, and whoever has left, is
 * passed over.
 */
export async function tellPeople(tx: Tx, ctx: Asking, news: readonly News[]): Promise<MailNow> {
  if (news.length === 0) return () => false;
  const now = ctx.now();
  const rows = await rowsOf(tx, ctx, { news, now });
  const told = rows.length > 0 ? await insert(tx, rows) : [];
  const readers = new Set(told.flatMap(({ userId, app }) => (app ? [userId] : [])));
  const topics = [...readers].map((userId) => noticesTopic(ctx.workspaceId, userId));
  if (topics.length > 0) await announce(tx, topics);
  const isTold = new Set(told.map(({ userId, uniqueKey }) => `${userId} ${uniqueKey}`));
  const isInstant = new Set(rows.flatMap((row) => (row.instant ? [`${row.userId} ${row.uniqueKey}`] : [])));
  return ({ userId, key }) => isTold.has(`${userId} ${key}`) && isInstant.has(`${userId} ${key}`);
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
type Told = Readonly<{ userId: string; uniqueKey: string; app: boolean }>;

function insert(tx: Tx, rows: readonly Row[]): Promise<Told[]> {
  return tx.$queryRaw<Told[]>`
    insert into "Notification" ("workspaceId", id, "userId", "ticketId", "articleId", kind, "uniqueKey", "messageId", "actorName", facts,
      at, app, browser, "mailAt", "readAt")
    select n."workspaceId", n.id, n."userId", n."ticketId", n."articleId", n.kind, n."uniqueKey", n."messageId",
      n."actorName", n.facts, n.at, n.app, n.browser, n."mailAt", case when s."seenAt" >= n.at then s."seenAt" end
    from json_populate_recordset(null::"Notification", ${sqlJson(rows)}::json) n
    left join "TicketSeen" s
      on s."workspaceId" = n."workspaceId" and s."userId" = n."userId" and s."ticketId" = n."ticketId"
    on conflict ("workspaceId", "userId", "uniqueKey") do nothing
    returning "userId", "uniqueKey", app`;
}

type Telling = Readonly<{ news: readonly News[]; now: Date }>;

/** What is written for each, as they want it at this moment. Who is no active member gets nothing. */
async function rowsOf(tx: Tx, { workspaceId, newId }: Asking, { news, now }: Telling) {
  const people = await tx.membership.findMany({
    where: {
      workspaceId,
      userId: { in: [...new Set(news.map(({ userId }) => userId))] },
      deactivatedAt: null,
      user: { disabledAt: null },
    },
    select: {
      userId: true,
      user: { select: { timeZone: true } },
      notificationSettings: { select: { preferences: true } },
    },
  });
  const known = new Map(people.map((person) => [person.userId, person]));
  return news.flatMap((each) => {
    const person = known.get(each.userId);
    if (!person) return [];
    const preferences = preferencesOf(person.notificationSettings?.preferences);
    const ways = waysOf(preferences, each.kind, { now, timeZone: person.user.timeZone });
    if (!(ways.app || ways.mailAt)) return [];
    const {
      userId,
      ticketId = null,
      articleId = null,
      kind,
      key,
      messageId = null,
      actorName = '',
      facts = {},
      at = now,
      swept = false,
    } = each;
    const later = ways.mailAt && (swept || ways.mailAt > now) ? ways.mailAt : null;
    return [
      {
        ...{ workspaceId, id: newId(), userId, ticketId, articleId, kind, messageId, actorName, facts, at },
        uniqueKey: key,
        app: ways.app,
        browser: ways.browser,
        mailAt: later,
        instant: ways.mailAt !== null && later === null,
      },
    ];
  });
}
