import 'server-only';
import { z } from 'zod';
import { type SelfService, selfService } from '@/domain/metrics/deflection';
import { LOCALES, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { sql } from '@/server/db/sql';
import { localeOf } from './store';

const DAY = 86_400_000;
const MOST_MISSES = 50;
const MOST_TROUBLED = 20;

/** Where the list of searches in vain goes on: behind this one. */
export const missPlace = z.object({ count: z.int(), lastAt: z.coerce.date(), id: z.uuid() });
type MissPlace = z.output<typeof missPlace>;

type Miss = MissPlace & Readonly<{ locale: Locale; text: string }>;

/** Searches in vain that nobody has settled, the most frequent first, 50 at a time; `next` where there are more. */
export async function listMisses(
  { db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>,
  after: MissPlace | null = null,
): Promise<Readonly<{ rows: readonly Miss[]; next: MissPlace | null }>> {
  const behind = after
    ? sql`(count, "lastAt", id) < (${after.count}::int, ${after.lastAt}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  const found = await db.$queryRaw<Miss[]>`
    select id, locale, text, count, "lastAt" from "SearchMiss"
    where "workspaceId" = ${workspaceId}::uuid and "settledAt" is null and ${behind}
    order by count desc, "lastAt" desc, id desc limit ${MOST_MISSES + 1}`;
  const rows = found.slice(0, MOST_MISSES).map((row) => ({ ...row, locale: localeOf(row.locale) }));
  const last = rows.at(-1);
  const place = last && { count: last.count, lastAt: last.lastAt, id: last.id };
  return { rows, next: found.length > MOST_MISSES && place ? place : null };
}

/** An article of which readers said that it did not help, or after which they opened tickets. */
export type TroubledArticle = Readonly<{
  articleId: string;
  title: string;
  locale: string;
  views: number;
  yes: number;
  no: number;
  /** How many tickets came within 24 hours of reading it, of the visit or of the customer who it was. */
  tickets: number;
  reasons: readonly string[];
}>;

/** The public articles that helped least since an instant: those with most "no", then those before most tickets. */
export async function listTroubled(
  { db, workspaceId }: StaffContext,
  since: Date,
): Promise<readonly TroubledArticle[]> {
  return db.$queryRaw<TroubledArticle[]>`
    with feedback as (
      select "articleId" as id, count(*) filter (where helped)::int as yes, count(*) filter (where not helped)::int as no,
        array_remove(array_agg(distinct reason), null) as reasons
      from "ArticleFeedback" where "workspaceId" = ${workspaceId}::uuid and at >= ${since} group by "articleId"
    ), led as (
      select v."articleId" as id, count(distinct t.id)::int as tickets
      from "HelpVisit" v join "HelpSession" s on s."workspaceId" = v."workspaceId" and s.id = v."sessionId"
      join "Ticket" t on t."workspaceId" = s."workspaceId" and (t.id = s."ticketId" or t."requesterId" = s."customerId")
        and t."createdAt" between v.at and v.at + interval '24 hours'
      where v."workspaceId" = ${workspaceId}::uuid and v.at >= ${since}
      group by v."articleId"
    ), read as (
      select "articleId" as id, sum(views)::int as views from "ArticleView"
      where "workspaceId" = ${workspaceId}::uuid and day >= ${since}::date group by "articleId"
    )
    select a.id as "articleId", t.title, a.locale, coalesce(r.views, 0) as views, coalesce(f.yes, 0) as yes,
      coalesce(f.no, 0) as no, coalesce(l.tickets, 0) as tickets, coalesce(f.reasons, '{}') as reasons
    from "Article" a
    join "ArticleTranslation" t on t."workspaceId" = a."workspaceId" and t."articleId" = a.id and t.locale = a.locale
    left join feedback f on f.id = a.id left join led l on l.id = a.id left join read r on r.id = a.id
    where a."workspaceId" = ${workspaceId}::uuid and (f.no > 0 or l.tickets > 0)
    order by coalesce(f.no, 0) + coalesce(l.tickets, 0) desc, a.id limit ${MOST_TROUBLED}`;
}

export type Coverage = Readonly<{ locale: Locale; published: number; missing: number; stale: number }>;

/** How many articles readers find in each language, how many they lack there, and how many have grown old. */
export async function coverage({ db, workspaceId }: StaffContext): Promise<readonly Coverage[]> {
  const rows = await db.$queryRaw<Coverage[]>`
    with live as (
      select a.id, a.locale as source, t.locale, t."sourceRevision", o."liveRevision" as original
      from "Article" a
      join "ArticleTranslation" t on t."workspaceId" = a."workspaceId" and t."articleId" = a.id and t."liveRevision" is not null
      left join "ArticleTranslation" o on o."workspaceId" = a."workspaceId" and o."articleId" = a.id and o.locale = a.locale
      where a."workspaceId" = ${workspaceId}::uuid and a.audience = 'public'
    )
    select l.locale,
      count(*) filter (where live.locale = l.locale)::int as published,
      (count(distinct live.id) - count(*) filter (where live.locale = l.locale))::int as missing,
      count(*) filter (where live.locale = l.locale and live.source <> live.locale
        and coalesce(live."sourceRevision", 0) < live.original)::int as stale
    from unnest(${[...LOCALES]}::text[]) as l(locale) left join live on true
    group by l.locale`;
  return LOCALES.flatMap((locale) => rows.find((row) => row.locale === locale) ?? []);
}

/** How many articles have come to their review day. */
export function countDue({ db, workspaceId, now }: StaffContext): Promise<number> {
  return db.article.count({ where: { workspaceId, reviewOn: { lte: now() } } });
}

/** The most visits of a month that are counted one by one. */
const MOST_VISITS = 200_000;

/**
 * Self-service in so many days (contracts G.14): visits that wanted something, and how many of them were answered without a
 * ticket by any channel, of the visit itself or of the customer who they are, within 24 hours. The days end 24 hours before now:
 * what came of a later visit is not known yet.
 */
export async function getSelfService(ctx: StaffContext, days: number): Promise<SelfService> {
  const { db, workspaceId, now } = ctx;
  const until = new Date(now().getTime() - DAY);
  const since = new Date(until.getTime() - days * DAY);
  const [visits, tickets] = await Promise.all([
    db.$queryRaw<{ intent: number | null; seen: number | null; tickets: number[] }[]>`
      select (extract(epoch from s."intentAt") * 1000)::float as intent, (extract(epoch from s."seenAt") * 1000)::float as seen,
        array_remove(array_agg((extract(epoch from coalesce(t."createdAt", s."ticketAt")) * 1000)::float), null) as tickets
      from "HelpSession" s
      left join "Ticket" t on t."workspaceId" = s."workspaceId"
        and (t.id = s."ticketId" or t."requesterId" = s."customerId")
        and t."createdAt" >= s."startedAt" and t."createdAt" < s."startedAt" + interval '2 days'
      where s."workspaceId" = ${workspaceId}::uuid and s."startedAt" >= ${since} and s."startedAt" <= ${until}
        and s."intentAt" is not null
      group by s.id, s."intentAt", s."seenAt" limit ${MOST_VISITS}`,
    db.ticket.count({ where: { workspaceId, createdAt: { gte: since, lte: until } } }),
  ]);
  return selfService(
    visits.map(({ intent, seen, tickets: at }) => ({ intentAt: intent, seenAt: seen, ticketsAt: at })),
    tickets,
  );
}
