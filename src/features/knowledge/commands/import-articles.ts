import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { leftOver, type PlannedArticle, planArticles } from '@/features/knowledge/archive/plan';
import type { ImportInput } from '@/features/knowledge/inputs';
import type { Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { isZip, readZip, type Unpacked } from '@/server/storage/read-zip';
import { categoryIsHere } from './create-article';
import { type ImportNote, importArticle } from './import-article';
import { openShelves } from './import-categories';

/** What became of one file: its article, or why there is none; what of it could not come along. */
export type ImportedFile = Readonly<{
  name: string;
  articleId: string | null;
  problem: 'type' | 'empty' | 'too_long' | null;
  /** How many languages it has. */
  languages: number;
  /** Addresses of pictures that were left out, shortened. */
  refusedPictures: readonly string[];
  /** What the file asks for and did not get: its state, its category, its owner. */
  notes: readonly ImportNote[];
}>;

type File = Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;
type Refused = Readonly<{ code: 'not_found' | 'archive.unreadable' | 'archive.too_large' }>;

/** What an archive may hold: unpacked it lies in the memory. */
const LIMITS = { files: 20_000, bytes: 300 * 1024 * 1024 } as const;

/**
 * Makes articles of a Markdown or HTML file, or of a zip of many with their pictures and files. What `packArticles` wrote comes
 * back as it was: its languages, place, state, owner and review day. Other texts become drafts. Pictures of other hosts do not come
 * along, and are named: readers' browsers fetch nothing from others. Each article is a commit of its own, and a file that cannot be
 * read does not hold up the rest.
 */
export async function importArticles(
  ctx: StaffContext,
  { name, bytes, ...place }: File & ImportInput,
): Promise<Result<Readonly<{ files: readonly ImportedFile[] }>, Refused>> {
  if (!may(ctx.actor, 'knowledge.write')) return fail({ code: 'not_found' });
  if (!(await categoryIsHere(ctx.db, ctx, place.categoryId))) return fail({ code: 'not_found' });
  const unpacked = isZip(bytes) ? await readZip(bytes, LIMITS) : ok<Unpacked>(new Map([[name, bytes]]));
  if (!unpacked.ok) return unpacked;
  const files = unpacked.value;
  const plan = planArticles(files);
  const articles = plan.articles.map((article) => ({ article, id: ctx.newId() }));
  const places = await placesOf(ctx, { articles, locale: place.locale });
  const shelves = await openShelves(ctx, files);
  const imported: ImportedFile[] = [];
  const used = new Set<string>();
  for (const each of articles) {
    const { article } = each;
    const { carried, ...told } = await importArticle(ctx, { ...each, places, files, shelves, place });
    const languages = article.translations.length + 1;
    imported.push({ ...told, name: article.original.path, problem: null, languages });
    for (const path of carried) used.add(path);
  }
  const count = plan.articles.length;
  if (count > 0) {
    const audited = { action: 'article.imported', target: String(count) } as const;
    await transaction(ctx, (tx) => recordAudit(tx, ctx, audited));
  }
  const lost = [...plan.unread, ...leftOver(files, used)].map((each) => ({ ...NOTHING, ...each }));
  return ok({ files: [...lost, ...imported] });
}

type Placing = Readonly<{
  articles: readonly Readonly<{ article: PlannedArticle; id: string }>[];
  /** Of texts that do not say it. */
  locale: Locale;
}>;

/** Where each text will be read, by its path: an address by the id, which leads to the present one whatever that is. */
async function placesOf(
  { db, workspaceId }: StaffContext,
  { articles, locale }: Placing,
): Promise<ReadonlyMap<string, string>> {
  const { slug } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { slug: true },
  });
  return new Map(
    articles.flatMap(({ article: { original, translations }, id }) =>
      [original, ...translations].map(({ path, front }): [string, string] => [
        path,
        `/help/${slug}/${front.language ?? locale}/articles/${id}`,
      ]),
    ),
  );
}

const NOTHING = { articleId: null, languages: 0, refusedPictures: [], notes: [] } as const;
