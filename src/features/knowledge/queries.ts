import 'server-only';
import { z } from 'zod';
import {
  type ArticleAudience,
  type ArticleState,
  hasUnpublished,
  isDue,
  isStale,
} from '@/domain/knowledge/article';
import { plain } from '@/domain/search/plain';
import { LOCALES, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import type { ArticleFilter } from './article-filter';
import type { ArticleNeed } from './commands/article-fields';
import { localeOf } from './store';

/** Where the list goes on: behind this article. */
export const articlePlace = z.object({ at: z.coerce.date(), id: z.uuid() });
type Place = z.output<typeof articlePlace>;

/** One language of an article in the list. */
export type TextStanding = Readonly<{
  id: string;
  locale: Locale;
  title: string;
  state: ArticleState;
  live: boolean;
  changed: boolean;
  stale: boolean;
  publishAt: Date | null;
  archiveAt: Date | null;
}>;

export type ArticleRow = Readonly<{
  id: string;
  /** In its own language. */
  title: string;
  locale: Locale;
  audience: ArticleAudience;
  category: string | null;
  owner: string | null;
  reviewOn: string | null;
  due: boolean;
  updatedAt: Date;
  texts: readonly TextStanding[];
}>;

export type ArticleList = Readonly<{ rows: readonly ArticleRow[]; next: Place | null }>;

const PAGE = 50;

type Asked = Readonly<{ filter: ArticleFilter; after: Place | null; reader: Locale; most?: number }>;

/** The articles of the workspace, those that changed last first, `most` (50) at a time. Archived ones only when they are asked for. */
export async function listArticles(
  ctx: StaffContext,
  { filter, after, reader, most = PAGE }: Asked,
): Promise<ArticleList> {
  const conditions = [...conditionsOf(ctx, filter), ...(after ? [behind(after)] : [])];
  const found = await ctx.db.$queryRaw<{ id: string; updatedAt: Date }[]>`
    select a.id, a."updatedAt" from "Article" a
    where a."workspaceId" = ${ctx.workspaceId}::uuid and ${joinSql(conditions, ' and ')}
    order by a."updatedAt" desc, a.id desc limit ${most + 1}`;
  const shown = found.slice(0, most);
  const last = shown.at(-1);
  const rows = await rowsOf(ctx, { ids: shown.map(({ id }) => id), reader });
  return { rows, next: found.length > most && last ? { at: last.updatedAt, id: last.id } : null };
}

const behind = ({ at, id }: Place): Sql => sql`(a."updatedAt", a.id) < (${at}::timestamptz, ${id}::uuid)`;

function conditionsOf(ctx: StaffContext, filter: ArticleFilter): Sql[] {
  const { audience, category, owner, need } = filter;
  return [
    textCondition(filter),
    ...(audience ? [sql`a.audience = ${audience}::"ArticleAudience"`] : []),
    ...(category ? [inCategory(category)] : []),
    ...(owner ? [sql`a."ownerId" = ${owner}::uuid`] : []),
    ...(need ? [needCondition(ctx, need)] : []),
  ];
}

/** Some text of the article is in this language and state and says this in its title. */
function textCondition({ q, state, locale }: ArticleFilter): Sql {
  const words = plain(q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  const parts = [
    sql`t."workspaceId" = a."workspaceId" and t."articleId" = a.id`,
    state ? sql`t.state = ${state}::"ArticleState"` : sql`t.state <> 'archived'`,
    ...(locale ? [sql`t.locale = ${locale}`] : []),
    ...words.map((word) => sql`position(${word} in plain(t.title || ' ' || t.keywords)) > 0`),
  ];
  return sql`exists (select from "ArticleTranslation" t where ${joinSql(parts, ' and ')})`;
}

const inCategory = (id: string): Sql => sql`a."categoryId" in (
  select c.id from "Category" c where c."workspaceId" = a."workspaceId" and (c.id = ${id}::uuid or c."parentId" = ${id}::uuid))`;

function needCondition({ now }: StaffContext, need: ArticleNeed): Sql {
  const texts = sql`from "ArticleTranslation" t where t."workspaceId" = a."workspaceId" and t."articleId" = a.id and t.state <> 'archived'`;
  switch (need) {
    case 'review':
      return sql`exists (select ${texts} and t.state = 'in_review')`;
    case 'due':
      return sql`a."reviewOn" <= ${now()}::date`;
    case 'changed':
      return sql`exists (select ${texts} and t.revision > t."liveRevision")`;
    case 'missing':
      return sql`(select count(*) ${texts} and t."liveRevision" is not null) between 1 and ${LOCALES.length - 1}`;
    case 'stale':
      return sql`exists (select ${texts} and t.locale <> a.locale and coalesce(t."sourceRevision", 0) < (
        select o."liveRevision" from "ArticleTranslation" o
        where o."workspaceId" = a."workspaceId" and o."articleId" = a.id and o.locale = a.locale))`;
  }
}

type Wanted = Readonly<{ ids: readonly string[]; reader: Locale }>;

async function rowsOf(ctx: StaffContext, { ids, reader }: Wanted): Promise<readonly ArticleRow[]> {
  const { workspaceId, db } = ctx;
  const rows = await db.article.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: {
      id: true,
      locale: true,
      audience: true,
      reviewOn: true,
      updatedAt: true,
      category: { select: { names: { select: { locale: true, name: true } } } },
      owner: { select: { user: { select: { name: true } } } },
      translations: { select: standingSelection },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const today = ctx.now().toISOString().slice(0, 10);
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { category, owner, translations, ...article } = row;
    const reviewOn = dayOf(article.reviewOn);
    const original = translations.find(({ locale }) => locale === article.locale);
    return {
      ...article,
      locale: localeOf(article.locale),
      title: original?.title ?? '',
      category: category && nameIn(category.names, reader),
      owner: owner?.user.name ?? null,
      reviewOn,
      due: isDue(reviewOn, today),
      texts: standingsOf(article.locale, translations),
    };
  });
}

export const standingSelection = {
  id: true,
  locale: true,
  title: true,
  state: true,
  revision: true,
  liveRevision: true,
  sourceRevision: true,
  publishAt: true,
  archiveAt: true,
} as const;

type StandingRow = Readonly<{
  id: string;
  locale: string;
  title: string;
  state: ArticleState;
  revision: number;
  liveRevision: number | null;
  sourceRevision: number | null;
  publishAt: Date | null;
  archiveAt: Date | null;
}>;

/** The languages of an article with where each stands, in the order of our languages. */
export function standingsOf(source: string, rows: readonly StandingRow[]): readonly TextStanding[] {
  const original = rows.find(({ locale }) => locale === source) ?? { liveRevision: null };
  return LOCALES.flatMap((locale) => {
    const row = rows.find((each) => each.locale === locale);
    if (!row) return [];
    const { id, title, state, publishAt, archiveAt, liveRevision } = row;
    const live = liveRevision !== null;
    const stale = locale !== source && isStale(row, original);
    const changed = live && hasUnpublished(row);
    return { id, locale, title, state, live, changed, stale, publishAt, archiveAt };
  });
}

/** A day of the database as `YYYY-MM-DD`. */
export const dayOf = (day: Date | null): string | null =>
  day === null ? null : day.toISOString().slice(0, 10);

type Named = readonly Readonly<{ locale: string; name: string }>[];

/** A name in the reader's language, else in another that there is. */
export function nameIn(names: Named, reader: string): string {
  const order = [reader, ...LOCALES];
  const found = order
    .map((locale) => names.find((each) => each.locale === locale))
    .find((each) => each !== undefined);
  return found?.name ?? '';
}
