import type { ArticleAudience, ArticleState } from '@/domain/knowledge/article';
import { isLocale, LOCALES, type Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';

/** A text in one language, as it is written. */
export type ArticleText = Readonly<{ title: string; excerpt: string; keywords: string; html: string }>;

/** A text with its article, as commands decide on it. */
export type StoredText = ArticleText &
  Readonly<{
    id: string;
    articleId: string;
    locale: Locale;
    state: ArticleState;
    version: number;
    revision: number;
    sourceRevision: number | null;
    publishAt: Date | null;
    archiveAt: Date | null;
    liveRevision: number | null;
    publishedAt: Date | null;
    slug: string | null;
    editorName: string;
    article: Readonly<{ locale: Locale; audience: ArticleAudience }>;
  }>;

const textSelection = {
  id: true,
  articleId: true,
  locale: true,
  state: true,
  title: true,
  excerpt: true,
  keywords: true,
  html: true,
  version: true,
  revision: true,
  sourceRevision: true,
  publishAt: true,
  archiveAt: true,
  liveRevision: true,
  publishedAt: true,
  slug: true,
  editorName: true,
  article: { select: { locale: true, audience: true } },
} as const;

/** The language of a row; English for one that we do not speak any more. */
export const localeOf = (value: string): Locale => (isLocale(value) ? value : LOCALES[0]);

type Scope = Pick<Context, 'workspaceId'>;

/** One text of the workspace, held until the transaction ends: two who save it wait for each other. Null when there is none. */
export async function lockText(tx: Tx, { workspaceId }: Scope, id: string): Promise<StoredText | null> {
  await tx.$executeRaw`
    select 1 from "ArticleTranslation" where "workspaceId" = ${workspaceId}::uuid and id = ${id}::uuid for update`;
  const row = await tx.articleTranslation.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: textSelection,
  });
  if (!row) return null;
  const { locale, audience } = row.article;
  return { ...row, locale: localeOf(row.locale), article: { audience, locale: localeOf(locale) } };
}

/** What a translation is measured by: the revisions of the original of its article. */
export async function originalOf(
  db: Db | Tx,
  ...[{ workspaceId }, text]: [Scope, Pick<StoredText, 'articleId' | 'article'>]
): Promise<Readonly<{ revision: number; liveRevision: number | null }> | null> {
  return db.articleTranslation.findUnique({
    where: {
      workspaceId_articleId_locale: { workspaceId, articleId: text.articleId, locale: text.article.locale },
    },
    select: { revision: true, liveRevision: true },
  });
}

type By = Pick<Context, 'workspaceId' | 'actor' | 'now'>;

/** Marks the article as changed now: it comes first in the list. */
export async function touchArticle(tx: Tx, { workspaceId, now }: By, articleId: string): Promise<void> {
  await tx.article.update({
    where: { workspaceId_id: { workspaceId, id: articleId } },
    data: { updatedAt: now() },
  });
}

type NewRevision = ArticleText & Readonly<{ translationId: string; number: number; kind: string }>;

/** Adds a revision to the history of a text. */
export async function addRevision(
  tx: Tx,
  { workspaceId, actor, now }: By,
  revision: NewRevision,
): Promise<void> {
  const { translationId, number, kind, title, excerpt, keywords, html } = revision;
  await tx.articleRevision.create({
    data: {
      workspaceId,
      translationId,
      number,
      kind,
      title,
      excerpt,
      keywords,
      html,
      authorId: actor.id,
      authorName: actor.name,
      at: now(),
    },
  });
}
