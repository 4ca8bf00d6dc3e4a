import { freeSlug, slugOf } from '@/domain/knowledge/slug';
import type { StaffContext } from '@/server/context';
import { env } from '@/server/env';
import { articlesIn, type Centre, withArticleLinks } from './article-links';
import { textLink } from './layout';

/** The folder of each article of an archive, by its id. */
export type Folders = ReadonlyMap<string, string>;

const PORTION = 1000;

/** A folder for every article there is, named like it in its own language. */
export async function foldersOf({ db, workspaceId }: StaffContext): Promise<Folders> {
  const folders = new Map<string, string>();
  const taken = new Set<string>();
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db.$queryRaw<{ id: string; title: string }[]>`
      select a.id, x.title from "Article" a
      join "ArticleTranslation" x on x."workspaceId" = a."workspaceId" and x."articleId" = a.id and x.locale = a.locale
      where a."workspaceId" = ${workspaceId}::uuid and a.id > ${after}::uuid order by a.id limit ${PORTION}`;
    for (const { id, title } of rows) {
      const folder = freeSlug(slugOf(title), (each) => taken.has(each));
      taken.add(folder);
      folders.set(id, folder);
    }
    const last = rows.at(-1);
    if (!last || rows.length < PORTION) return folders;
    after = last.id;
  }
}

/** The help centre of the workspace, whose addresses texts may name. */
export async function centreOf({ db, workspaceId }: StaffContext): Promise<Centre> {
  const { slug, portalSettings } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { slug: true, portalSettings: { select: { host: true } } },
  });
  return { slug, host: portalSettings?.host ?? null, publicUrl: env().PUBLIC_URL };
}

type Linking = Readonly<{
  articles: readonly Readonly<{
    translations: readonly Readonly<{ html: string; liveHtml: string | null }>[];
  }>[];
  centre: Centre;
  folders: Folders;
}>;

/** Turns the links of these articles' texts to other articles into links within the archive. */
export async function linksOf(
  { db, workspaceId }: StaffContext,
  { articles, centre, folders }: Linking,
): Promise<(html: string) => string> {
  const texts = articles.flatMap(({ translations }) =>
    translations.flatMap(({ html, liveHtml }) => [html, liveHtml ?? '']),
  );
  const names = new Set(texts.flatMap((html) => articlesIn(html, centre).map(({ name }) => name)));
  const slugs =
    names.size === 0
      ? []
      : await db.articleSlug.findMany({
          where: { workspaceId, slug: { in: [...names] } },
          select: { locale: true, slug: true, translation: { select: { articleId: true } } },
        });
  const idOf = (locale: string, name: string): string | undefined => {
    if (folders.has(name)) return name;
    const found = slugs.filter(({ slug }) => slug === name);
    return (found.find((each) => each.locale === locale) ?? found[0])?.translation.articleId;
  };
  return (html) =>
    withArticleLinks(html, centre, ({ locale, name }) => {
      const folder = folders.get(idOf(locale, name) ?? '');
      return folder === undefined ? null : textLink(folder, locale);
    });
}
