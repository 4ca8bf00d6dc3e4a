import { stepsFrom } from '@/domain/knowledge/article';
import { lockText } from '@/features/knowledge/store';
import type { SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { eachApart } from '@/server/jobs/each-apart';
import type { World } from '@/server/world';
import { moveText } from './take-step';
import { settleReview } from './tell-review';

const BATCH = 100;

/**
 * Publishes, in all workspaces or the one that is named, the texts whose hour has come, and gives how many. Running it again publishes nothing twice;
 * what somebody published or took back in between is left alone.
 */
export async function publishDue(world: World, only: string | null = null): Promise<number> {
  const asOf = world.now();
  const due = await world.db.articleTranslation.findMany({
    where: { publishAt: { lte: asOf }, ...(only && { workspaceId: only }) },
    orderBy: { publishAt: 'asc' },
    take: BATCH,
    select: { workspaceId: true, id: true },
  });
  const actor = { kind: 'system', id: 'schedule', name: 'schedule' } as const;
  const published = await eachApart('articles whose hour has come', due, ({ workspaceId, id }) =>
    publishOne({ ...world, workspaceId, actor }, id),
  );
  return published.filter(Boolean).length;
}

function publishOne(ctx: SystemContext, id: string): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const text = await lockText(tx, ctx, id);
    if (!text?.publishAt || text.publishAt > ctx.now()) return false;
    if (!stepsFrom(text).includes('publish')) {
      const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
      await tx.articleTranslation.update({ where, data: { publishAt: null, publishById: null } });
      return false;
    }
    await moveText(tx, ctx, { text, step: 'publish', current: true, at: null });
    if (text.state === 'in_review') await settleReview(tx, ctx, text);
    return true;
  });
}
