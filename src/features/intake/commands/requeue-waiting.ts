import { takeInJob } from '@/features/intake/jobs';
import type { Context } from '@/server/context';
import { sql } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { withoutJob } from '@/server/jobs/without-job';

const PATIENCE_MS = 120_000;
const BATCH = 500;

type World = Pick<Context, 'db' | 'now'>;

/**
 * Gives every mail that has waited for two minutes and that no job takes care of a new one, in all workspaces: whatever
 * happened to the queue, no stored mail stays behind. Gives how many there were.
 */
export async function requeueWaitingMail({ db, now }: World): Promise<number> {
  const before = new Date(now().getTime() - PATIENCE_MS);
  const waiting = await db.$queryRaw<Readonly<{ workspaceId: string; id: string }>[]>(sql`
    select r."workspaceId", r.id from "RawInbound" r
    where r.state = 'received' and r."receivedAt" < ${before} and ${withoutJob(takeInJob, 'rawInboundId', sql`r.id`)}
    order by r."receivedAt" limit ${BATCH}`);
  for (const { workspaceId, id } of waiting) {
    await transaction({ db }, (tx) => enqueue(tx, takeInJob, { workspaceId, rawInboundId: id }));
  }
  return waiting.length;
}
