import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { ArticleIdInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { announce, HELP_TOPIC } from '@/server/live/announce';
import { findArticle } from './change-article';

/** Deletes an article in all its languages, with its history and what its readers said of it. */
export function deleteArticle(
  ctx: StaffContext,
  { articleId }: ArticleIdInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const article = await findArticle(tx, ctx, articleId);
    if (!article) return fail({ code: 'not_found' });
    await tx.article.delete({ where: { workspaceId_id: { workspaceId, id: articleId } } });
    await announce(tx, [HELP_TOPIC]);
    await recordAudit(tx, ctx, { action: 'article.deleted', target: article.title });
    return ok(null);
  });
}
