import { fail, ok, type Result } from '@/domain/shared/result';
import type { RestoreInput } from '@/features/knowledge/inputs';
import { lockText } from '@/features/knowledge/store';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { writeText } from './save-text';

type Restored = Readonly<{ version: number; revision: number }>;

/** Makes an old revision the text at work again, as a new revision; readers see it once it is published. */
export function restoreRevision(
  ctx: StaffContext,
  { translationId, number }: RestoreInput,
): Promise<Result<Restored, Readonly<{ code: 'not_found' | 'forbidden' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const before = await lockText(tx, ctx, translationId);
    const text = await tx.articleRevision.findUnique({
      where: { workspaceId_translationId_number: { workspaceId, translationId, number } },
      select: { title: true, excerpt: true, keywords: true, html: true },
    });
    if (!before || !text) return fail({ code: 'not_found' });
    if (before.state === 'archived') return fail({ code: 'forbidden' });
    return ok(await writeText(tx, ctx, { before, text, kind: 'restored' }));
  });
}
