import type { Context } from '@/server/context';
import { sql } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { withoutJob } from '@/server/jobs/without-job';
import { sendMail } from './send-mail-job';

const PATIENCE_MS = 120_000;
const BATCH = 500;

type World = Pick<Context, 'db' | 'now'>;

/**
 * Gives every mail of the outbox that should have left two minutes ago and that no job takes care of a new one, in all
 * workspaces. Gives how many there were.
 */
export async function requeueOutgoingMail({ db, now }: World): Promise<number> {
  const before = new Date(now().getTime() - PATIENCE_MS);
  const stuck = await db.$queryRaw<Readonly<{ workspaceId: string; id: string }>[]>(sql`
    select o."workspaceId", o.id from "OutgoingMail" o
    where o.state in ('queued', 'deferred', 'sending') and o."runAt" < ${before}
      and ${withoutJob(sendMail, 'mailId', sql`o.id`)}
    order by o."runAt" limit ${BATCH}`);
  for (const { workspaceId, id } of stuck) {
    await transaction({ db }, (tx) => enqueue(tx, sendMail, { workspaceId, mailId: id }));
  }
  return stuck.length;
}
