import 'server-only';
import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import { articleAt } from './article-address';
import { getHelpArticle, listShelves } from './queries-help';

type Scope = Pick<Context, 'db' | 'workspaceId'>;

/** A page of the help centre in one language, and the language in which it is to be read. */
type Turn = Readonly<{ locale: Locale; slug: string; other: Locale }>;

/**
 * The path, below a language, of an article for readers of another: of its translation, or of the page that names the languages in
 * which it can be read. Another article may have the same address there. Null where readers see no such article.
 */
export async function articlePathIn(scope: Scope, { locale, slug, other }: Turn): Promise<string | null> {
  const id = await articleAt(scope, { locale, slug });
  const answer = id && (await getHelpArticle(scope, { locale: other, slug: id }));
  if (!answer) return null;
  return `/articles/${answer.kind === 'moved' ? answer.slug : id}`;
}

/** The same for a shelf: the first page where nothing stands on it in the other language. Null where there is no such shelf. */
export async function shelfPathIn(scope: Scope, { locale, slug, other }: Turn): Promise<string | null> {
  const here = (await listShelves(scope, locale)).find((each) => each.slug === slug);
  if (!here) return null;
  const there = (await listShelves(scope, other)).find(({ id }) => id === here.id);
  return there ? `/categories/${there.slug}` : '';
}
