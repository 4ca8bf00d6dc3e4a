import type { Db } from '@/server/db/client';
import { eachApart } from '@/server/jobs/each-apart';

/** So many rows more than needed are read with the counters without anybody noticing. */
const WORTH_IT = 200;

/** Workspaces of one portion. */
const PORTION = 200;

/**
 * Makes one row of all that saves have added for the same person, team and state of a promise, where there are at least `atLeast`
 * of them; the sums stay what they are at each moment. Gives for how many workspaces.
 */
export async function foldOpenCounts({ db }: Readonly<{ db: Db }>, atLeast = WORTH_IT): Promise<number> {
  const full = await db.$queryRaw<{ workspaceId: string }[]>`
    select "workspaceId" from "OpenCount" where not folded
    group by "workspaceId" having count(*) >= ${atLeast} limit ${PORTION}`;
  await eachApart('folding of counters', full, ({ workspaceId }) => foldOne(db, workspaceId));
  return full.length;
}

/** What another worker folds is left to it. */
const foldOne = (db: Db, workspaceId: string) => db.$executeRaw`
  with taken as materialized (
    select position from "OpenCount" where "workspaceId" = ${workspaceId}::uuid for update skip locked
  ), gone as (
    delete from "OpenCount" c using taken
    where c."workspaceId" = ${workspaceId}::uuid and c.position = taken.position
    returning c."assigneeId", c."teamId", c."promiseState", c.tickets
  )
  insert into "OpenCount" ("workspaceId", "assigneeId", "teamId", "promiseState", tickets, folded)
  select ${workspaceId}::uuid, "assigneeId", "teamId", "promiseState", sum(tickets), true from gone
  group by "assigneeId", "teamId", "promiseState" having sum(tickets) <> 0`;
