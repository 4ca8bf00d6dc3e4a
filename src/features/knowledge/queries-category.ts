import 'server-only';
import { isLocale, type Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import { nameIn } from './queries';

type CategoryNames = Readonly<Partial<Record<Locale, Readonly<{ name: string; description: string }>>>>;

/** A category with what it holds. */
export type CategoryRow = Readonly<{
  id: string;
  parentId: string | null;
  /** In the reader's language, else in another. */
  name: string;
  names: CategoryNames;
  /** How many articles lie in it, its parts aside. */
  articles: number;
}>;

/** The most categories that a workspace shows. */
const MOST = 500;

/** All categories as a list in the order of the tree: each of the first level, and behind it its parts. */
export async function listCategories(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  reader: Locale,
): Promise<readonly CategoryRow[]> {
  const rows = await db.category.findMany({
    where: { workspaceId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      parentId: true,
      names: { select: { locale: true, name: true, description: true } },
      _count: { select: { articles: true } },
    },
  });
  const categories = rows.map(({ names, _count, ...row }) => ({
    ...row,
    name: nameIn(names, reader),
    names: Object.fromEntries(
      names.flatMap(({ locale, ...name }) => (isLocale(locale) ? [[locale, name]] : [])),
    ),
    articles: _count.articles,
  }));
  const below = (parentId: string | null) => categories.filter((each) => each.parentId === parentId);
  return below(null).flatMap((category) => [category, ...below(category.id)]);
}
