import { fail } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { undoMerge } from './undo-merge';

/** Takes back the merge by which the ticket of this number went into another one, as `undoMerge` does. */
export async function undoMergeOf(ctx: StaffContext, number: number): ReturnType<typeof undoMerge> {
  const { db, workspaceId } = ctx;
  const merge = await db.ticketMerge.findFirst({
    where: { workspaceId, undoneAt: null, source: { number } },
    select: { id: true },
  });
  return merge ? undoMerge(ctx, { mergeId: merge.id }) : fail({ code: 'not_found' });
}
