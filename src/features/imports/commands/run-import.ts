import { importJob } from '@/features/imports/jobs';
import type { SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import type { World } from '@/server/world';
import { takeInLines } from './take-in-lines';

/** Works on a file until all of its lines are settled. */
export async function runImport(ctx: SystemContext, importId: string): Promise<void> {
  while (await takeInLines(ctx, importId));
}

const MOST = 100;

/** Wakes files that wait to be worked on: one whose worker was killed goes on where it stood. */
export async function resumeImports({ db }: World): Promise<void> {
  const waiting = await db.customerImport.findMany({
    where: { state: { in: ['checking', 'running'] } },
    take: MOST,
    select: { workspaceId: true, id: true },
  });
  for (const { workspaceId, id: importId } of waiting) {
    await transaction({ db }, (tx) => enqueue(tx, importJob, { workspaceId, importId }));
  }
}
