import { recordIntent, recordSeen } from '@/features/knowledge/help-session';
import type { HelpVisitor } from '@/features/knowledge/help-visitor';
import type { Locale } from '@/i18n/locales';
import { spendHelp } from '@/server/auth/help-limits';
import { identifyReader } from './link-visit';

type Seen = Readonly<{ what: 'article' | 'search' | 'form'; locale: Locale; article: string | null }>;

/**
 * Counts what a visitor looked at: a view of a public article for everybody alike, and for whoever acted before, that they saw it. A
 * search or the request form begins a session, in which the article counts that they came from: gives the cookie to keep it by, else null. Bots count for nothing.
 */
export async function noteSeen(visitor: HelpVisitor, seen: Seen): Promise<string | null> {
  if (visitor.isBot) return null;
  const { what, locale, article } = seen;
  if (what !== 'article') return beginVisit(visitor, { intent: what, article, locale });
  if (article) await readArticle(visitor, { locale, article });
  return null;
}

async function readArticle(
  visitor: HelpVisitor,
  { article, locale }: Readonly<{ article: string; locale: Locale }>,
): Promise<void> {
  await countView(visitor, { article, locale });
  if (!visitor.sessionId) return;
  await recordSeen(visitor, { id: visitor.sessionId, articleId: article });
  await identifyReader(visitor, visitor.sessionId);
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
