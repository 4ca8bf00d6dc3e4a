import 'server-only';
import { comparedPeriod, type Period } from '@/domain/metrics/period';
import { LOCALES } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import type { Asked } from './asked';

/** What is read of the knowledge base in one language, and how much of it there is. */
export type KnowledgeLanguage = Readonly<{
  locale: string;
  views: number;
  viewsBefore: number;
  published: number;
  missing: number;
  yes: number;
  no: number;
}>;

/** An article after which visitors opened tickets, or said that it did not help. */
type LeakyArticle = Readonly<{
  articleId: string;
  title: string;
  locale: string;
  views: number;
  yes: number;
  no: number;
  tickets: number;
}>;

/** What visitors looked for in vain, with how often in all. */
type VainSearch = Readonly<{ id: string; text: string; locale: string; count: number; lastAt: Date }>;

export type KnowledgeParts = Readonly<{
  languages: readonly KnowledgeLanguage[];
  articles: readonly LeakyArticle[];
  searches: readonly VainSearch[];
}>;

const MOST = 15;

/** The knowledge base in a period: views, votes and coverage by language, what leads to tickets, and what is missing. */
export async function getKnowledge(ctx: StaffContext, asked: Asked, most = MOST): Promise<KnowledgeParts> {
  const { period, compared, filters } = asked;
  const language = filters.language?.[0] || null;
  const [languages, articles, searches] = await Promise.all([
    byLanguage(ctx, period, comparedPeriod(period, compared)),
    leaky(ctx, { period, language, most }),
    ctx.db.searchMiss.findMany({
      where: {
        workspaceId: ctx.workspaceId,
        settledAt: null,
        lastAt: { gte: new Date(period.from) },
        ...(language && { locale: language }),
      },
      orderBy: [{ count: 'desc' }, { lastAt: 'desc' }, { id: 'asc' }],
      take: most,
      select: { id: true, text: true, locale: true, count: true, lastAt: true },
    }),
  ]);
  const shown = languages.filter(({ locale }) => !language || locale === language);
  return { languages: shown, articles, searches };
}

function byLanguage(
  { db, workspaceId }: StaffContext,
  ...[period, before]: [Period, Period | null]
): Promise<KnowledgeLanguage[]> {
  const earlier = before ?? { from: '0001-01-01', to: '0001-01-01' };
  return db.$queryRaw<KnowledgeLanguage[]>`
    with live as (
      select a.id, t.locale from "Article" a
      join "ArticleTranslation" t on t."workspaceId" = a."workspaceId" and t."articleId" = a.id and t."liveRevision" is not null
      where a."workspaceId" = ${workspaceId}::uuid and a.audience = 'public'
    ), read as (
      select locale,
        coalesce(sum(views) filter (where day between ${period.from}::date and ${period.to}::date), 0)::int as views,
        coalesce(sum(views) filter (where day between ${earlier.from}::date and ${earlier.to}::date), 0)::int as before
      from "ArticleView" where "workspaceId" = ${workspaceId}::uuid
        and day between least(${period.from}::date, ${earlier.from}::date) and ${period.to}::date group by locale
    ), said as (
      select locale, count(*) filter (where helped)::int as yes, count(*) filter (where not helped)::int as no
      from "ArticleFeedback" where "workspaceId" = ${workspaceId}::uuid and at >= ${period.from}::date
        and at < ${period.to}::date + 1 group by locale
    )
    select l.locale, coalesce(r.views, 0) as views, coalesce(r.before, 0) as "viewsBefore",
      (select count(*)::int from live where live.locale = l.locale) as published,
      ((select count(distinct id) from live) - (select count(*) from live where live.locale = l.locale))::int as missing,
      coalesce(s.yes, 0) as yes, coalesce(s.no, 0) as no
    from unnest(${[...LOCALES]}::text[]) with ordinality as l(locale, place)
    left join read r on r.locale = l.locale left join said s on s.locale = l.locale
    order by l.place`;
}

type Asking = Readonly<{ period: Period; language: string | null; most: number }>;

function leaky(
  { db, workspaceId }: StaffContext,
  { period, language, most }: Asking,
): Promise<LeakyArticle[]> {
  return db.$queryRaw<LeakyArticle[]>`
    with said as (
      select "articleId" as id, count(*) filter (where helped)::int as yes, count(*) filter (where not helped)::int as no
      from "ArticleFeedback" where "workspaceId" = ${workspaceId}::uuid and at >= ${period.from}::date
        and at < ${period.to}::date + 1 group by "articleId"
    ), led as (
      select v."articleId" as id, count(*)::int as tickets
      from "HelpVisit" v join "HelpSession" s on s."workspaceId" = v."workspaceId" and s.id = v."sessionId"
      where v."workspaceId" = ${workspaceId}::uuid and v.at >= ${period.from}::date and v.at < ${period.to}::date + 1
        and s."ticketAt" between v.at and v.at + interval '24 hours'
      group by v."articleId"
    ), read as (
      select "articleId" as id, sum(views)::int as views from "ArticleView"
      where "workspaceId" = ${workspaceId}::uuid and day between ${period.from}::date and ${period.to}::date
      group by "articleId"
    )
    select a.id as "articleId", t.title, a.locale, coalesce(r.views, 0) as views, coalesce(f.yes, 0) as yes,
      coalesce(f.no, 0) as no, coalesce(l.tickets, 0) as tickets
    from "Article" a
    join "ArticleTranslation" t on t."workspaceId" = a."workspaceId" and t."articleId" = a.id and t.locale = a.locale
    left join said f on f.id = a.id left join led l on l.id = a.id left join read r on r.id = a.id
    where a."workspaceId" = ${workspaceId}::uuid and (f.no > 0 or l.tickets > 0)
      and (${language}::text is null or a.locale = ${language}::text)
    order by coalesce(l.tickets, 0) desc, coalesce(f.no, 0) desc, a.id limit ${most}`;
}
