import { fail, ok, type Result } from '@/domain/shared/result';
import { recordIntent, recordSeen } from '@/features/knowledge/help-session';
import type { HelpVisitor } from '@/features/knowledge/help-visitor';
import { searchArticles } from '@/features/knowledge/search-articles';
import type { Locale } from '@/i18n/locales';
import { spendHelp } from '@/server/auth/help-limits';
import { identifyReader } from './link-visit';

/** A public article that may answer what is being typed. */
type Suggestion = Readonly<{ title: string; excerpt: string; href: string }>;

type Suggested = Readonly<{ articles: readonly Suggestion[]; cookie: string | null }>;

const MOST = 5;
const SHORTEST = 3;

/** Public articles for what somebody is typing, at most five; `rate.limited` when one address asks too often. */
export async function suggestArticles(
  visitor: HelpVisitor,
  { locale, text }: Readonly<{ locale: Locale; text: string }>,
): Promise<Result<Suggested, Readonly<{ code: 'rate.limited'; retryAfter: number }>>> {
  const wait = await spendHelp('help-suggest', visitor.ip);
  if (wait > 0) return fail({ code: 'rate.limited', retryAfter: wait });
  if (text.trim().length < SHORTEST) return ok({ articles: [], cookie: null });
  const { hits } = await searchArticles({ ...visitor, audiences: ['public'] }, { locale, text, most: MOST });
  const articles = hits.map(({ plainTitle, plainExcerpt, slug }) => ({
    title: plainTitle,
    excerpt: plainExcerpt,
    href: visitor.href(locale, `/articles/${slug}`),
  }));
  if (visitor.isBot) return ok({ articles, cookie: null });
  const id = visitor.sessionId ?? visitor.newId();
  await recordIntent(visitor, { id, intent: 'search', locale });
  await identifyReader(visitor, id);
  if (articles.length > 0) await recordSeen(visitor, { id, articleId: null });
  return ok({ articles, cookie: visitor.cookieFor(id) });
}
