import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { policiesEdited } from './recalculate-job';

/** The policies of a workspace are others from now on: for what happens next, and soon for all open tickets. */
export async function policiesChanged(tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>): Promise<void> {
  const { rulesVersion } = await tx.workspace.update({
    where: { id: workspaceId },
    data: { rulesVersion: { increment: 1 } },
    select: { rulesVersion: true },
  });
  await enqueue(tx, policiesEdited, { workspaceId, rulesVersion });
}
