import { lockText } from '@/features/knowledge/store';
import type { SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { eachApart } from '@/server/jobs/each-apart';
import type { World } from '@/server/world';
import { moveText } from './take-step';
import { settleReview } from './tell-review';

const BATCH = 100;

/**
 * Archives, in all workspaces or the one that is named, the texts whose end has come, and gives how many. Running it again archives nothing twice; an end
 * that somebody took back in between is left alone.
 */
export async function archiveDue(world: World, only: string | null = null): Promise<number> {
  const due = await world.db.articleTranslation.findMany({
    where: { archiveAt: { lte: world.now() }, ...(only && { workspaceId: only }) },
    orderBy: { archiveAt: 'asc' },
    take: BATCH,
    select: { workspaceId: true, id: true },
  });
  const actor = { kind: 'system', id: 'schedule', name: 'schedule' } as const;
  const archived = await eachApart('articles whose end has come', due, ({ workspaceId, id }) =>
    archiveOne({ ...world, workspaceId, actor }, id),
  );
  return archived.filter(Boolean).length;
}

/** An end is only set to what can be archived, and goes with it. */
function archiveOne(ctx: SystemContext, id: string): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const text = await lockText(tx, ctx, id);
    if (!text?.archiveAt || text.archiveAt > ctx.now()) return false;
    await moveText(tx, ctx, { text, step: 'archive', current: true, at: null });
    if (text.state === 'in_review') await settleReview(tx, ctx, text);
    return true;
  });
}
