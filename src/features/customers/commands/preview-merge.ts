import { fail, ok, type Result } from '@/domain/shared/result';
import { type MergePreview, mergePreview } from '@/features/customers/merge-queries';
import type { StaffContext } from '@/server/context';

/** What would come together, and who would see it, before anybody decides. */
export async function previewMerge(
  ctx: StaffContext,
  pair: Readonly<{ sourceId: string; targetId: string }>,
): Promise<Result<MergePreview, Readonly<{ code: 'not_found' }>>> {
  const preview = await mergePreview(ctx, pair);
  return preview ? ok(preview) : fail({ code: 'not_found' });
}
