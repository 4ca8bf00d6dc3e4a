import type { Context } from '@/server/context';
import { sql } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { withoutJob } from '@/server/jobs/without-job';
import { deliverWebhookJob } from './deliver-webhook-job';

const PATIENCE_MS = 60_000;
const BATCH = 500;

/**
 * Gives every message that should have gone out a minute ago and that no job takes care of a new one, in all workspaces:
 * after a crash in the middle of a try. Gives how many there were.
 */
export async function requeueWebhooks({ db, now }: Pick<Context, 'db' | 'now'>): Promise<number> {
  const before = new Date(now().getTime() - PATIENCE_MS);
  const stuck = await db.$queryRaw<Readonly<{ workspaceId: string; id: string }>[]>(sql`
    select d."workspaceId", d.id from "WebhookDelivery" d
    where d.state in ('queued', 'sending') and d."runAt" < ${before}
      and ${withoutJob(deliverWebhookJob, 'deliveryId', sql`d.id`)}
    order by d."runAt" limit ${BATCH}`);
  for (const { workspaceId, id } of stuck) {
    await transaction({ db }, (tx) => enqueue(tx, deliverWebhookJob, { workspaceId, deliveryId: id }));
  }
  return stuck.length;
}
