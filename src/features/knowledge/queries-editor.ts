import 'server-only';
import {
  type ArticleAudience,
  type ArticleState,
  type ArticleStep,
  stepsFrom,
} from '@/domain/knowledge/article';
import type { Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { compareTexts, type WordChange } from './compare';
import { publishersOf } from './publishers';
import { dayOf, standingSelection, standingsOf, type TextStanding } from './queries';
import { type ArticleText, localeOf } from './store';

/** A text as its editor shows it. */
type EditedText = ArticleText &
  Readonly<{
    id: string;
    locale: Locale;
    state: ArticleState;
    version: number;
    revision: number;
    liveRevision: number | null;
    sourceRevision: number | null;
    publishAt: Date | null;
    archiveAt: Date | null;
    slug: string | null;
    editorName: string;
    updatedAt: Date;
    steps: readonly ArticleStep[];
  }>;

export type ArticlePage = Readonly<{
  id: string;
  locale: Locale;
  audience: ArticleAudience;
  categoryId: string | null;
  ownerId: string | null;
  reviewerId: string | null;
  reviewOn: string | null;
  texts: readonly TextStanding[];
  /** The text that is open. */
  text: EditedText;
  /** What readers of the original see, or its text at work while they see none; null when the original is open. */
  original: (ArticleText & Readonly<{ locale: Locale; revision: number }>) | null;
  /** How many tickets it was written from or inserted into. */
  tickets: number;
}>;

const textSelection = {
  ...standingSelection,
  excerpt: true,
  keywords: true,
  html: true,
  version: true,
  slug: true,
  editorName: true,
  updatedAt: true,
  liveTitle: true,
  liveExcerpt: true,
  liveHtml: true,
} as const;

/** An article in one of its languages, the original where that one is not written yet; null when there is none. */
export async function getArticlePage(
  ctx: StaffContext,
  { articleId, locale }: Readonly<{ articleId: string; locale: Locale | undefined }>,
): Promise<ArticlePage | null> {
  const { workspaceId, db } = ctx;
  const row = await db.article.findUnique({
    where: { workspaceId_id: { workspaceId, id: articleId } },
    select: {
      id: true,
      locale: true,
      audience: true,
      categoryId: true,
      ownerId: true,
      reviewerId: true,
      reviewOn: true,
      translations: { select: textSelection },
      _count: { select: { tickets: { where: { kind: { not: 'offered' } } } } },
    },
  });
  if (!row) return null;
  const { translations, _count, ...article } = row;
  const original = translations.find((each) => each.locale === row.locale);
  const open = translations.find((each) => each.locale === locale) ?? original;
  if (!open || !original) return null;
  const { liveTitle: _, liveExcerpt: __, liveHtml: ___, ...text } = open;
  return {
    ...article,
    locale: localeOf(row.locale),
    reviewOn: dayOf(row.reviewOn),
    texts: standingsOf(row.locale, translations),
    text: { ...text, locale: localeOf(open.locale), steps: stepsFrom(open) },
    original: open.id === original.id ? null : sourceOf(original),
    tickets: _count.tickets,
  };
}

type OriginalRow = ArticleText &
  Readonly<{
    locale: string;
    revision: number;
    liveRevision: number | null;
    liveTitle: string | null;
    liveExcerpt: string | null;
    liveHtml: string | null;
  }>;

function sourceOf(row: OriginalRow) {
  return {
    locale: localeOf(row.locale),
    title: row.liveTitle ?? row.title,
    excerpt: row.liveExcerpt ?? row.excerpt,
    keywords: row.keywords,
    html: row.liveHtml ?? row.html,
    revision: row.liveRevision ?? row.revision,
  };
}

export type RevisionRow = Readonly<{ number: number; kind: string; authorName: string; at: Date }>;

export type History = Readonly<{
  articleId: string;
  title: string;
  translationId: string;
  locale: Locale;
  liveRevision: number | null;
  newest: number;
  archived: boolean;
  revisions: readonly RevisionRow[];
  /** Behind the oldest shown there are more. */
  more: boolean;
  comparison: Readonly<{
    from: number;
    to: number;
    changes: readonly WordChange[];
    titles: readonly WordChange[];
    excerpts: readonly WordChange[];
    keywords: readonly WordChange[];
  }> | null;
}>;

const PAGE = 30;

type Compared = Readonly<{
  translationId: string;
  from: number | undefined;
  to: number | undefined;
  before: number | undefined;
}>;

/**
 * The revisions of a text, newest first, 30 at a time, and two of them compared: those that are asked for, else the newest with
 * the one before. Null when there is no such text.
 */
export async function getHistory(ctx: StaffContext, asked: Compared): Promise<History | null> {
  const { workspaceId, db } = ctx;
  const { translationId, before } = asked;
  const text = await db.articleTranslation.findUnique({
    where: { workspaceId_id: { workspaceId, id: translationId } },
    select: { articleId: true, title: true, locale: true, liveRevision: true, revision: true, state: true },
  });
  if (!text) return null;
  const rows = await db.articleRevision.findMany({
    where: { workspaceId, translationId, ...(before && { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: PAGE + 1,
    select: { number: true, kind: true, authorName: true, at: true },
  });
  const to = asked.to ?? text.revision;
  const from = asked.from === undefined || asked.from === to ? to - 1 : asked.from;
  return {
    articleId: text.articleId,
    title: text.title,
    translationId,
    locale: localeOf(text.locale),
    liveRevision: text.liveRevision,
    newest: text.revision,
    archived: text.state === 'archived',
    revisions: rows.slice(0, PAGE),
    more: rows.length > PAGE,
    comparison: await comparison(ctx, { translationId, from, to }),
  };
}

async function comparison(
  { db, workspaceId }: StaffContext,
  { translationId, from, to }: Readonly<{ translationId: string; from: number; to: number }>,
) {
  const rows = await db.articleRevision.findMany({
    where: { workspaceId, translationId, number: { in: [from, to] } },
    select: { number: true, title: true, excerpt: true, keywords: true, html: true },
  });
  const [one, other] = [from, to].map((number) => rows.find((row) => row.number === number));
  if (!one || !other || one === other) return null;
  return {
    from,
    to,
    changes: compareTexts(one.html, other.html),
    titles: compareTexts(one.title, other.title),
    excerpts: compareTexts(one.excerpt, other.excerpt),
    keywords: compareTexts(one.keywords, other.keywords),
  };
}

/** The most people that can be chosen as owners. */
const MOST_PEOPLE = 500;

/** Who can look after an article: the active members, by name. */
export async function listOwners({ db, workspaceId }: StaffContext) {
  const rows = await db.membership.findMany({
    where: { workspaceId, deactivatedAt: null },
    orderBy: { user: { name: 'asc' } },
    take: MOST_PEOPLE,
    select: { userId: true, user: { select: { name: true } } },
  });
  return rows.map(({ userId, user }) => ({ id: userId, name: user.name }));
}

/** Who can be asked to review an article, by name. */
export const listReviewers = ({ db, workspaceId }: StaffContext) => publishersOf(db, workspaceId);

/** One text as it stands at work, for a file of its own; null when there is none. */
export function findExported({ db, workspaceId }: StaffContext, id: string) {
  return db.articleTranslation.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { articleId: true, locale: true, title: true, excerpt: true, html: true, slug: true },
  });
}
