import { recordIntent, recordReader, recordSeen } from '@/features/knowledge/help-session';
import type { HelpVisitor } from '@/features/knowledge/help-visitor';
import type { Locale } from '@/i18n/locales';
import { spendHelp } from '@/server/auth/help-limits';
import { identifyReader, readerOf } from './link-visit';

type Seen = Readonly<{ what: 'article' | 'search' | 'form'; locale: Locale; article: string | null }>;

/**
 * Counts what a visitor looked at: a view of a public article for everybody alike, and for whoever acted before or is signed in, that
 * they saw it. A search or the request form begins a session, in which the article counts that they came from, and so does reading
 * while signed in: gives the cookie to keep it by, else null. Bots count for nothing.
 */
export async function noteSeen(visitor: HelpVisitor, seen: Seen): Promise<string | null> {
  if (visitor.isBot) return null;
  const { what, locale, article } = seen;
  if (what !== 'article') return beginVisit(visitor, { intent: what, article, locale });
  return article ? readArticle(visitor, { locale, article }) : null;
}

async function readArticle(
  visitor: HelpVisitor,
  { article, locale }: Readonly<{ article: string; locale: Locale }>,
): Promise<string | null> {
  await countView(visitor, { article, locale });
  const { sessionId } = visitor;
  const id = sessionId ?? (await beginReading(visitor, locale));
  if (!id) return null;
  await recordSeen(visitor, { id, articleId: article });
  if (!sessionId) return visitor.cookieFor(id);
  await identifyReader(visitor, id);
  return null;
}

/** A visit of somebody known, who reads before they ask for anything; null for anybody else, and when too many began from one place. */
async function beginReading(visitor: HelpVisitor, locale: Locale): Promise<string | null> {
  const customerId = await readerOf(visitor);
  if (!customerId || (await spendHelp('help-visit', visitor.ip)) > 0) return null;
  const id = visitor.newId();
  await recordReader(visitor, { id, customerId, locale });
  return id;
}

async function beginVisit(
  visitor: HelpVisitor,
  { intent, article, locale }: Readonly<{ intent: 'search' | 'form' }> & Pick<Seen, 'article' | 'locale'>,
): Promise<string | null> {
  if (!visitor.sessionId && (await spendHelp('help-visit', visitor.ip)) > 0) return null;
  const id = visitor.sessionId ?? visitor.newId();
  await recordIntent(visitor, { id, intent, locale });
  if (article) await recordSeen(visitor, { id, articleId: article });
  await identifyReader(visitor, id);
  return visitor.cookieFor(id);
}

async function countView(
  { db, workspaceId, now }: HelpVisitor,
  { article, locale }: Readonly<{ article: string; locale: Locale }>,
): Promise<void> {
  await db.$executeRaw`
    insert into "ArticleView" ("workspaceId", "articleId", locale, day, views)
    select a."workspaceId", a.id, ${locale}, ${now()}::date, 1 from "Article" a
    where a."workspaceId" = ${workspaceId}::uuid and a.id = ${article}::uuid and a.audience = 'public'
    on conflict ("workspaceId", "articleId", locale, day) do update set views = "ArticleView".views + 1`;
}
