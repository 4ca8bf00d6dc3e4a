import { fail, ok, type Result } from '@/domain/shared/result';
import { isBot, sessionIn, sessionMark } from '@/features/knowledge/help-session';
import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import { findPortal } from '@/server/portal/portal';
import { portalUrl } from '@/server/portal/portal-url';
import { suggestArticles } from './suggest-articles';

type Asked = Readonly<{
  language: Locale;
  text: string;
  /** What an earlier answer called this visit. */
  visit: string | undefined;
  /** The visit that a cookie names, where the frame is part of the help centre; it goes before. */
  sessionId?: string | null;
  ip: string;
  userAgent: string;
}>;

type Suggested = Readonly<{
  articles: readonly Readonly<{ title: string; excerpt: string; url: string }>[];
  visit: string | null;
}>;

/**
 * Public articles for what somebody types in the chat's window before they begin, or into a request form, at most five, with
 * whole addresses. These frames keep no cookie: the visit has a name that they send along, so that what is asked after all
 * counts for it (contracts G.14). Nothing where the portal is off; `rate.limited` when one address asks too often.
 */
export async function suggestInFrame(
  ctx: Pick<Context, 'db' | 'workspaceId' | 'now' | 'newId'>,
  { language, text, visit, sessionId = null, ip, userAgent }: Asked,
): Promise<Result<Suggested, Readonly<{ code: 'rate.limited' }>>> {
  const { workspaceId, db } = ctx;
  const workspace = await db.workspace.findUnique({ where: { id: workspaceId }, select: { slug: true } });
  const portal = workspace && (await findPortal(db, workspace.slug));
  if (!portal?.enabled) return ok({ articles: [], visit: null });
  const visitor = {
    ...ctx,
    portal,
    ip,
    isBot: isBot(userAgent),
    sessionId: sessionId ?? sessionIn(ctx, visit),
    cookieFor: (id: string) => sessionMark(ctx, id),
    href: (locale: Locale, path: string) => portalUrl(portal, locale, path),
  };
  const locale = portal.locales.includes(language) ? language : portal.locales[0];
  const found = await suggestArticles(visitor, { locale, text });
  if (!found.ok) return fail({ code: 'rate.limited' });
  const { articles, cookie } = found.value;
  return ok({ articles: articles.map(({ href, ...words }) => ({ ...words, url: href })), visit: cookie });
}
