import { fail, ok, type Result } from '@/domain/shared/result';
import type { ArticleOrderInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { announce, HELP_TOPIC } from '@/server/live/announce';

/**
 * Puts the articles of one category into this order; those that are not named stand behind them, by title. Refused when one of them
 * lies elsewhere.
 */
export function orderArticles(
  ctx: StaffContext,
  { categoryId, articleIds }: ArticleOrderInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const where = { workspaceId, categoryId };
    const category = await tx.category.findUnique({
      where: { workspaceId_id: { workspaceId, id: categoryId } },
      select: { id: true },
    });
    const ids = [...new Set(articleIds)];
    const here = category ? await tx.article.count({ where: { ...where, id: { in: ids } } }) : 0;
    if (!category || here !== ids.length) return fail({ code: 'not_found' });
    await tx.article.updateMany({ where: { ...where, id: { notIn: ids } }, data: { position: null } });
    await tx.$executeRaw`
      update "Article" a set position = o.place
      from unnest(${ids}::uuid[]) with ordinality as o(id, place)
      where a."workspaceId" = ${workspaceId}::uuid and a.id = o.id`;
    await announce(tx, [HELP_TOPIC]);
    return ok(null);
  });
}
