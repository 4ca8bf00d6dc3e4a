import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { CategoryIdInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { announce, HELP_TOPIC } from '@/server/live/announce';

type Refused = Readonly<{ code: 'not_found' | 'category.not_empty' }>;

/** Deletes a category that holds nothing: its articles and parts are moved elsewhere first. */
export function deleteCategory(
  ctx: StaffContext,
  { categoryId }: CategoryIdInput,
): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const row = await tx.category.findUnique({
      where: { workspaceId_id: { workspaceId, id: categoryId } },
      select: {
        names: { select: { name: true }, orderBy: { locale: 'asc' } },
        _count: { select: { parts: true, articles: true } },
      },
    });
    if (!row) return fail({ code: 'not_found' });
    if (row._count.parts + row._count.articles > 0) return fail({ code: 'category.not_empty' });
    await tx.category.delete({ where: { workspaceId_id: { workspaceId, id: categoryId } } });
    await announce(tx, [HELP_TOPIC]);
    await recordAudit(tx, ctx, { action: 'category.deleted', target: row.names[0]?.name ?? '' });
    return ok(null);
  });
}
