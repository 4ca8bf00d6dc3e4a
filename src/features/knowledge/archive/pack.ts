import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { hasUnpublished, isStale } from '@/domain/knowledge/article';
import { absolute, pageOf } from '@/features/knowledge/export-articles';
import { dayOf, nameIn } from '@/features/knowledge/queries';
import { listCategories } from '@/features/knowledge/queries-category';
import { localeOf } from '@/features/knowledge/store';
import type { StaffContext } from '@/server/context';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';
import { type Centre, linksTo } from './article-links';
import { type Front, frontOf } from './front';
import { CATEGORIES_PATH, type CategoryFile, fileLink, filePath, textPath } from './layout';
import { centreOf, type Folders, foldersOf, linksOf } from './linked-articles';
import { markdownOfHtml } from './markdown';

/** Articles that are read at once. */
const PORTION = 20;

/**
 * The whole knowledge base as a zip that the import reads again: every article in every language as it stands at work and as its
 * readers see it, with its place, state, owner and review day, its pictures and files, and the categories. It is written while it is
 * sent, so that its length costs no memory.
 */
export function packArticles(ctx: StaffContext): ReadableStream<Uint8Array> {
  const packed = new Set<string>();
  let folders: Folders = new Map();
  let centre: Centre;
  let after: string | null = null;
  let zip: Zip;
  return new ReadableStream({
    async start(controller) {
      zip = new Zip((error, chunk, final) => {
        if (error) return controller.error(error);
        controller.enqueue(chunk);
        if (final) controller.close();
      });
      folders = await foldersOf(ctx);
      centre = await centreOf(ctx);
      add(zip, CATEGORIES_PATH, JSON.stringify(await categoriesOf(ctx), null, 2));
    },
    async pull() {
      const articles: readonly ArticleRow[] = await portionOf(ctx, after);
      const linked = await linksOf(ctx, { articles, centre, folders });
      for (const article of articles) await addArticle(zip, ctx, { article, folders, linked, packed });
      after = articles.at(-1)?.id ?? null;
      if (articles.length < PORTION) zip.end();
    },
  });
}

function add(zip: Zip, name: string, text: string): void {
  const file = new ZipDeflate(name);
  zip.add(file);
  file.push(strToU8(text), true);
}

type Packing = Readonly<{
  article: ArticleRow;
  folders: Folders;
  linked: (html: string) => string;
  packed: Set<string>;
}>;

/** What came in the meantime, without a folder, is of the next archive. */
async function addArticle(
  zip: Zip,
  ctx: StaffContext,
  { article, folders, linked, packed }: Packing,
): Promise<void> {
  const folder = folders.get(article.id);
  if (folder === undefined) return;
  addTexts(zip, { article, folder, linked });
  for (const file of shownFiles(article)) await addFile(zip, ctx, { file, packed });
}

type FileRow = Readonly<{ name: string; sha256: string }>;

/** A file whose bytes are gone is left out: the text says where it stood. */
async function addFile(
  zip: Zip,
  { workspaceId }: StaffContext,
  { file, packed }: Readonly<{ file: FileRow; packed: Set<string> }>,
): Promise<void> {
  const path = filePath(file);
  const bytes = packed.has(path) ? null : await storage().get(fileKey(workspaceId, file.sha256));
  if (!bytes) return;
  packed.add(path);
  const entry = new ZipPassThrough(path);
  zip.add(entry);
  entry.push(new Uint8Array(bytes), true);
}

async function categoriesOf(ctx: StaffContext): Promise<CategoryFile> {
  const rows = await listCategories(ctx, 'en');
  const namesOf = ({ names }: (typeof rows)[number]) =>
    Object.fromEntries(Object.entries(names).toSorted(([one], [other]) => one.localeCompare(other)));
  return rows
    .filter(({ parentId }) => parentId === null)
    .map((row) => ({
      names: namesOf(row),
      parts: rows.filter(({ parentId }) => parentId === row.id).map((part) => ({ names: namesOf(part) })),
    }));
}

type ArticleRow = Awaited<ReturnType<typeof portionOf>>[number];
type TextRow = ArticleRow['translations'][number];

function portionOf({ db, workspaceId }: StaffContext, after: string | null) {
  const names = { select: { locale: true, name: true } } as const;
  return db.article.findMany({
    where: { workspaceId, ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: PORTION,
    select: {
      id: true,
      locale: true,
      audience: true,
      reviewOn: true,
      position: true,
      category: { select: { names, parent: { select: { names } } } },
      owner: { select: { user: { select: { email: true } } } },
      reviewer: { select: { user: { select: { email: true } } } },
      files: { orderBy: { attachmentId: 'asc' }, select: { attachment: { select: FILE } } },
      translations: { orderBy: { locale: 'asc' }, select: TEXT },
    },
  });
}

const FILE = { id: true, name: true, sha256: true } as const;
const TEXT = {
  locale: true,
  state: true,
  title: true,
  excerpt: true,
  keywords: true,
  html: true,
  revision: true,
  liveRevision: true,
  sourceRevision: true,
  publishAt: true,
  archiveAt: true,
  liveTitle: true,
  liveExcerpt: true,
  liveHtml: true,
} as const;

const originalOf = ({ locale, translations }: ArticleRow): TextRow | undefined =>
  translations.find((each) => each.locale === locale);

type Packed = Readonly<{ article: ArticleRow; folder: string; linked: (html: string) => string }>;

function addTexts(zip: Zip, { article, folder, linked }: Packed): void {
  for (const text of article.translations) {
    const { locale, title } = text;
    const html = linked(text.html);
    addText(zip, textPath(folder, locale), { article, locale, title, html, front: headOf(article, text) });
    if (text.liveRevision === null || !hasUnpublished(text)) continue;
    const live = { title: text.liveTitle ?? '', excerpt: text.liveExcerpt ?? '' };
    const shown = { article, locale, title: live.title, html: linked(text.liveHtml ?? '') };
    addText(zip, textPath(folder, `${locale}.live`), { ...shown, front: live });
  }
}

type Written = Readonly<{ article: ArticleRow; locale: string; title: string; html: string; front: Front }>;

/** As Markdown for people, and as HTML, which loses nothing. */
function addText(zip: Zip, path: string, { article, locale, title, html, front }: Written): void {
  const body = absolute(withLinks(html, article.files));
  add(zip, `${path}.md`, `${frontOf(front)}\n${markdownOfHtml(body)}\n`);
  add(zip, `${path}.html`, pageOf({ locale, title, excerpt: '', html: linksTo(body, 'html') }));
}

const OWN_FILE = /"\/api\/knowledge\/files\/[0-9a-f-]{36}\/([0-9a-f-]{36})"/g;

/** Files that no text shows or names any more are nobody's. */
function shownFiles({ translations, files }: ArticleRow): readonly FileRow[] {
  const html = translations.map((text) => `${text.html}${text.liveHtml ?? ''}`).join('');
  const shown = new Set([...html.matchAll(OWN_FILE)].map(([, id]) => id));
  return files.flatMap(({ attachment }) => (shown.has(attachment.id) ? [attachment] : []));
}

const withLinks = (html: string, files: ArticleRow['files']): string =>
  html.replace(OWN_FILE, (whole, id: string) => {
    const file = files.find(({ attachment }) => attachment.id === id)?.attachment;
    return file ? `"${fileLink(filePath(file))}"` : whole;
  });

function headOf(article: ArticleRow, text: TextRow): Front {
  const { category, position, owner, reviewer, audience, reviewOn } = article;
  const original = originalOf(article);
  const path = category && [...(category.parent ? [category.parent] : []), category];
  return {
    title: text.title,
    excerpt: text.excerpt,
    keywords: text.keywords,
    language: localeOf(text.locale),
    original: localeOf(article.locale),
    state: text.state,
    audience,
    category: path?.map(({ names }) => nameIn(names, article.locale)),
    place: position ?? undefined,
    owner: owner?.user.email,
    reviewer: reviewer?.user.email,
    review: dayOf(reviewOn) ?? undefined,
    publish: text.publishAt?.toISOString(),
    end: text.archiveAt?.toISOString(),
    stale: (text.locale !== article.locale && original && isStale(text, original)) || undefined,
  };
}
