import type { ArticleAudience } from '@/domain/knowledge/article';
import { type Asked, askedIn, correctedTo } from '@/domain/knowledge/find-words';
import { type MarkedPiece, marked, markedExcerpt } from '@/domain/knowledge/highlight';
import { nearestWords } from '@/domain/search/edit-distance';
import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';

/** Who may find what: readers of the help centre find public articles only. */
export type SearchScope = Pick<Context, 'workspaceId'> &
  Readonly<{ db: Db | Tx; audiences: readonly ArticleAudience[] }>;

export type ArticleHit = Readonly<{
  articleId: string;
  translationId: string;
  title: readonly MarkedPiece[];
  excerpt: readonly MarkedPiece[];
  plainTitle: string;
  plainExcerpt: string;
  slug: string;
  audience: ArticleAudience;
}>;

export type ArticleHits = Readonly<{
  hits: readonly ArticleHit[];
  /** What misspelt words were read as; empty when all were known. */
  corrected: readonly string[];
}>;

const NOTHING: ArticleHits = { hits: [], corrected: [] };
const EXCERPT = 200;

type Search = Readonly<{ locale: Locale; text: string; most: number }>;

/**
 * The published articles in one language that say what was asked for, the best first. Rare words count more than common ones
 * (inverse document frequency), words of the title more than those of the text; what says less than a third of what was asked
 * for is no hit. A word that no article has is read as the nearest that one has, and so is a word that is known by a short root
 * only where another word is but one slip away (`szálmát`: `számlát`, and not `szállítás`).
 */
export async function searchArticles(
  scope: SearchScope,
  { locale, text, most }: Search,
): Promise<ArticleHits> {
  const asked = askedIn(text);
  if (asked.length === 0) return NOTHING;
  const first = await ranked(scope, { locale, asked, most });
  const corrected = await correctedBy(scope, { locale, asked, ...first });
  const final = corrected ? await ranked(scope, { locale, asked: corrected, most }) : first;
  const read = corrected ?? asked;
  const hits = await shown(scope, { ids: final.ids, asked: read });
  const changed = read.filter((each, index) => each !== asked[index]).flatMap(({ words }) => words);
  return { hits, corrected: hits.length > 0 ? changed : [] };
}

type Ranking = Readonly<{ locale: Locale; asked: readonly Asked[]; most: number }>;

/** What a hit must say of all that was asked for, by weight. */
const LEAST_PART = 0.34;
const TITLE_WORTH = 1.6;
/** A word that no article has tells little against those that have the others. */
const UNKNOWN_WORTH = 1;

async function ranked(scope: SearchScope, { locale, asked, most }: Ranking) {
  const { db, workspaceId, audiences } = scope;
  const [row] = await db.$queryRaw<
    { ids: string[] | null; unknown: number[] | null; loose: number[] | null }[]
  >`
    with term as (
      select n, match::tsquery as match, firm::tsquery as firm
      from unnest(${asked.map(({ match }) => match)}::text[], ${asked.map(({ firm }) => firm)}::text[])
        with ordinality as t(match, firm, n)
    ), document as (
      select count(*)::float as number from "ArticleSearch"
      where "workspaceId" = ${workspaceId}::uuid and locale = ${locale} and audience = any (${[...audiences]}::"ArticleAudience"[])
    ), hit as (
      select t.n, s."translationId" as id, s.title @@ t.match as title
      from term t join "ArticleSearch" s on s."workspaceId" = ${workspaceId}::uuid and s.vector @@ t.match
      where s.locale = ${locale} and s.audience = any (${[...audiences]}::"ArticleAudience"[])
    ), weight as (
      select t.n, count(h.id) as found,
        case when count(h.id) = 0 then ${UNKNOWN_WORTH}::float else ln(1 + d.number / (0.5 + count(h.id))) end as worth
      from term t cross join document d left join hit h on h.n = t.n group by t.n, d.number
    ), scored as (
      select h.id, sum(w.worth) as said, sum(w.worth * case when h.title then ${TITLE_WORTH}::float else 1 end) as score
      from hit h join weight w on w.n = h.n group by h.id
    ), best as (
      select id, score from scored
      where said >= ${LEAST_PART}::float * (select sum(worth) from weight)
      order by score desc, id limit ${most}
    )
    select (select array_agg(id order by score desc, id) from best) as ids,
      (select array_agg(n) from weight where found = 0) as unknown,
      (select array_agg(t.n) from term t where t.firm is not null and not exists (
        select 1 from "ArticleSearch" s where s."workspaceId" = ${workspaceId}::uuid and s.vector @@ t.firm
          and s.locale = ${locale} and s.audience = any (${[...audiences]}::"ArticleAudience"[])
      )) as loose`;
  return { ids: row?.ids ?? [], unknown: placesOf(row?.unknown), loose: placesOf(row?.loose) };
}

/** From 0, as lists of ours count. */
const placesOf = (ordinals: readonly number[] | null | undefined) =>
  (ordinals ?? []).map((n) => Number(n) - 1);

type Misspelt = Readonly<{
  locale: Locale;
  asked: readonly Asked[];
  /** Places of the words that no text has in any form. */
  unknown: readonly number[];
  /** Places of those that no text has but by a short root, and of the unknown long ones. */
  loose: readonly number[];
}>;

/** What was asked for with each such word read as the nearest that texts have; null when none is near. */
async function correctedBy(
  { db, workspaceId, audiences }: SearchScope,
  { locale, asked, unknown, loose }: Misspelt,
): Promise<readonly Asked[] | null> {
  const words = [...new Set([...unknown, ...loose])].flatMap((index) => {
    const [word, ...more] = asked[index]?.words ?? [];
    return word && more.length === 0 && /^\p{L}{4,}$/u.test(word) ? [word] : [];
  });
  if (words.length === 0) return null;
  const rows = await db.$queryRaw<{ word: string; near: string[] }[]>`
    select w.word, array(
      select distinct v.word from "ArticleWord" v
      where v."workspaceId" = ${workspaceId}::uuid and v.locale = ${locale}
        and v.audience = any (${[...audiences]}::"ArticleAudience"[])
        and (v.word % w.word or v.word like left(w.word, 2) || '%')
        and length(v.word) between length(w.word) - 2 and length(w.word) + 6
      limit 5000
    ) as near
    from unnest(${words}::text[]) as w(word)`;
  const candidates = new Map(rows.map(({ word, near }) => [word, near]));
  const read = asked.map((each, index) => {
    const [word = ''] = each.words;
    const near = nearestWords(word, candidates.get(word) ?? [], unknown.includes(index) ? undefined : 1);
    return near.length > 0 ? correctedTo(each, near) : each;
  });
  return read.some((each, index) => each !== asked[index]) ? read : null;
}

type Found = Readonly<{ ids: readonly string[]; asked: readonly Asked[] }>;

async function shown(
  { db, workspaceId, audiences }: SearchScope,
  { ids, asked }: Found,
): Promise<readonly ArticleHit[]> {
  if (ids.length === 0) return [];
  const rows = await db.articleTranslation.findMany({
    where: {
      workspaceId,
      id: { in: [...ids] },
      liveRevision: { not: null },
      article: { audience: { in: [...audiences] } },
    },
    select: {
      id: true,
      articleId: true,
      slug: true,
      liveTitle: true,
      liveExcerpt: true,
      liveText: true,
      article: { select: { audience: true } },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row?.slug) return [];
    const title = row.liveTitle ?? '';
    const said = `${row.liveExcerpt ?? ''} ${row.liveText ?? ''}`
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 20_000);
    const excerpt = markedExcerpt(said, asked, EXCERPT);
    return {
      articleId: row.articleId,
      translationId: id,
      title: marked(title, asked),
      excerpt,
      plainTitle: title,
      plainExcerpt: row.liveExcerpt || excerpt.map(({ text }) => text).join(''),
      slug: row.slug,
      audience: row.article.audience,
    };
  });
}
