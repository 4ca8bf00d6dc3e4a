import type { ViewCondition } from '@/domain/condition/view-fields';
import type { Context } from '@/server/context';
import type { Db } from '@/server/db/client';
import { eachApart } from '@/server/jobs/each-apart';
import { announce, viewsTopic } from '@/server/live/announce';
import { countView } from '../count-view';

type World = Readonly<{ db: Db; now: () => Date }>;
type Stale = Readonly<{ workspaceId: string; id: string; conditions: ViewCondition; timeZone: string }>;

/** Views of one portion, each counted in a transaction of its own. */
const PORTION = 200;

/** Counts the views again that tickets have touched since they were counted, and tells those who look at them. */
export async function countStaleViews({ db, now }: World): Promise<number> {
  const stale = await db.$queryRaw<Stale[]>`
    select v."workspaceId", v.id, v.conditions, w."timeZone" from "SavedView" v
    join "Workspace" w on w.id = v."workspaceId"
    where v."staleAt" is not null order by v."staleAt" limit ${PORTION}`;
  const counted = await eachApart('counters of views', stale, (view) => countOne({ db, now }, view));
  return counted.filter(Boolean).length;
}

/** Counts one view, unless somebody else does. What becomes stale while it is counted is counted at the next turn. */
function countOne({ db, now }: World, { workspaceId, id, conditions, timeZone }: Stale): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const locked = await tx.$queryRaw<{ id: string }[]>`
      select id from "SavedView" where "workspaceId" = ${workspaceId}::uuid and id = ${id}::uuid
        and "staleAt" is not null for update skip locked`;
    if (locked.length === 0) return false;
    await countView(tx, { workspaceId, now: now(), timeZone }, { id, conditions });
    await announce(tx, [viewsTopic(workspaceId)]);
    return true;
  });
}

/** Notes since when the counters of these views may be wrong. */
export async function markStale(
  { db, workspaceId, now }: Pick<Context, 'db' | 'workspaceId' | 'now'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  // Waits for a count that runs, which may not have seen what was saved: the view is then counted once more.
  await db.$executeRaw`
    update "SavedView" v set "staleAt" = coalesce(v."staleAt", ${now()}) from (
      select id from "SavedView" where "workspaceId" = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])
      order by id for update) as touched
    where v."workspaceId" = ${workspaceId}::uuid and v.id = touched.id`;
}
