import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { cleanOwnHtml } from '@/features/knowledge/article-files';
import { readForeignText } from '@/features/knowledge/foreign-text';
import type { ImportInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { categoryIsHere, insertArticle } from './create-article';

/** What became of one file: its article, or why there is none; and the pictures that could not come along. */
export type ImportedFile = Readonly<{
  name: string;
  articleId: string | null;
  problem: 'type' | 'empty' | null;
  refusedPictures: readonly string[];
}>;

type Imported = Readonly<{ files: readonly ImportedFile[] }>;

/**
 * Makes drafts of Markdown and HTML files. Pictures as data or from other hosts do not come along, and are named: readers'
 * browsers fetch nothing from others. A file that cannot be read does not hold up the rest.
 */
export function importArticles(
  ctx: StaffContext,
  { files, ...place }: ImportInput,
): Promise<Result<Imported, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    if (!(await categoryIsHere(tx, ctx, place.categoryId))) return fail({ code: 'not_found' });
    const imported: ImportedFile[] = [];
    for (const file of files) {
      const read = readForeignText(file);
      if (!read.ok) {
        imported.push({ name: file.name, articleId: null, problem: read.error, refusedPictures: [] });
        continue;
      }
      const { articleId } = await insertArticle(tx, ctx, { ...place, ...read.value, kind: 'imported' });
      const { refused } = cleanOwnHtml(ctx, read.value.html);
      imported.push({ name: file.name, articleId, problem: null, refusedPictures: refused });
    }
    const count = imported.filter(({ articleId }) => articleId !== null).length;
    if (count > 0) await recordAudit(tx, ctx, { action: 'article.imported', target: String(count) });
    return ok({ files: imported });
  });
}
