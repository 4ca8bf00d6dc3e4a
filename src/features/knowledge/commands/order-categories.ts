import { fail, ok, type Result } from '@/domain/shared/result';
import type { CategoryOrderInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { announce, HELP_TOPIC } from '@/server/live/announce';

/** Puts the categories of one level into this order. Refused when they are not those of one level. */
export function orderCategories(
  ctx: StaffContext,
  { categoryIds }: CategoryOrderInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const rows = await tx.category.findMany({
      where: { workspaceId, id: { in: categoryIds } },
      select: { id: true, parentId: true },
    });
    const isLevel = new Set(rows.map(({ parentId }) => parentId)).size === 1;
    if (!isLevel || rows.length !== categoryIds.length) return fail({ code: 'not_found' });
    for (const [index, id] of categoryIds.entries()) {
      await tx.category.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { position: index + 1 },
      });
    }
    await announce(tx, [HELP_TOPIC]);
    return ok(null);
  });
}
