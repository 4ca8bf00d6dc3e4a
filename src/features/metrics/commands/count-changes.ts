import { businessMinutes } from '@/features/metrics/business-minutes';
import { dependentsOf, presenceAround } from '@/features/metrics/dependents';
import { earlierOf } from '@/features/metrics/repeats';
import { saveFacts, sketchAnew } from '@/features/metrics/save-facts';
import { metricSettings } from '@/features/metrics/settings';
import { type Counting, countSubjects, SUBJECTS } from '@/features/metrics/subjects';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { eachApart } from '@/server/jobs/each-apart';

type World = Pick<Context, 'db' | 'now'>;

/** Rises when the code counts otherwise than before: everything is then counted again. */
const DEFINITIONS_VERSION = 7;

/** Changes taken at a time. */
const BATCH = 1000;
const TIME_LIMIT = { timeout: 120_000, maxWait: 20_000 };

/**
 * Counts what has changed in every workspace since it was last asked, and keeps the sums of the days in step. What is counted
 * and the notes of what was to be counted change in one transaction: a crash at any point neither loses nor doubles anything.
 */
export async function countChanges(world: World): Promise<void> {
  const rows = await world.db.$queryRaw<{ workspaceId: string }[]>`
    select w.id as "workspaceId" from "Workspace" w
    left join "MetricState" s on s."workspaceId" = w.id
    left join "MetricSettings" g on g."workspaceId" = w.id
    where exists (select 1 from "MetricChange" c where c."workspaceId" = w.id)
      or s.version is distinct from ${DEFINITIONS_VERSION} or s."timeZone" is distinct from w."timeZone"
      or s.settings <> coalesce(g.version, 1)
    order by w.id`;
  await eachApart('count what happened', rows, ({ workspaceId }) => countWorkspace(world, workspaceId));
}

/** The same for one workspace, until nothing is left to be counted. */
export async function countWorkspace(world: World, workspaceId: string): Promise<void> {
  while ((await countBatch(world, workspaceId)) > 0);
}

/** Counts one batch in one transaction; gives how many changes it took, none also while another process counts. */
function countBatch({ db, now }: World, workspaceId: string): Promise<number> {
  return db.$transaction(async (tx) => {
    const counting = await startCounting(tx, workspaceId);
    if (!counting) return 0;
    const taken = await takeChanges(tx, workspaceId);
    for (const [subject, ids] of taken.bySubject) {
      const counted = await countSubjects(tx, counting, subject, ids);
      await saveFacts(tx, counting, counted);
      if (subject === 'ticket') await noteEarlier(tx, counting, taken.fresh);
    }
    await tx.metricState.update({ where: { workspaceId }, data: { countedAt: now() } });
    return taken.changes;
  }, TIME_LIMIT);
}

/** Locks the workspace's counting; null while another process has it, or when there is no such workspace. */
async function startCounting(tx: Tx, workspaceId: string): Promise<Counting | null> {
  const workspace = await tx.workspace.findUnique({ where: { id: workspaceId }, select: { timeZone: true } });
  if (!workspace) return null;
  const settings = await metricSettings(tx, workspaceId);
  const { timeZone } = workspace;
  await tx.$executeRaw`insert into "MetricState" ("workspaceId", version, settings, "timeZone")
    values (${workspaceId}::uuid, 0, ${settings.version}, ${timeZone}) on conflict do nothing`;
  const [state] = await tx.$queryRaw<{ version: number; settings: number; timeZone: string }[]>`
    select version, settings, "timeZone" from "MetricState" where "workspaceId" = ${workspaceId}::uuid
    for update skip locked`;
  if (!state) return null;
  const same = state.version === DEFINITIONS_VERSION && state.settings === settings.version;
  if (!same || state.timeZone !== timeZone) {
    await noteEverything(tx, workspaceId);
    // Another version may have counted without them.
    await sketchAnew(tx, workspaceId);
    const data = { settings: settings.version, timeZone, version: DEFINITIONS_VERSION };
    await tx.metricState.update({ where: { workspaceId }, data });
  }
  return { workspaceId, timeZone, settings, businessMinutes: await businessMinutes(tx, workspaceId) };
}

/** Notes everything to be counted again, in the caller's transaction. */
export async function noteEverything(tx: Tx, workspaceId: string): Promise<void> {
  for (const [subject, { all }] of Object.entries(SUBJECTS)) {
    await tx.$executeRaw`insert into "MetricChange" ("workspaceId", subject, "subjectId")
      select ${workspaceId}::uuid, ${subject}, subject.id from (${all(workspaceId)}) as subject`;
  }
}

async function takeChanges(tx: Tx, workspaceId: string) {
  const rows = await tx.$queryRaw<{ subject: string; subjectId: string }[]>`
    delete from "MetricChange" where "workspaceId" = ${workspaceId}::uuid and position in (
      select position from "MetricChange" where "workspaceId" = ${workspaceId}::uuid
      order by position limit ${BATCH})
    returning subject, "subjectId"`;
  const bySubject = new Map<string, Set<string>>();
  for (const { subject, subjectId } of rows) {
    bySubject.set(subject, (bySubject.get(subject) ?? new Set()).add(subjectId));
  }
  const told = (subject: string) => [...(bySubject.get(subject) ?? [])];
  const tickets = told('ticket');
  const around = await presenceAround(tx, workspaceId, { calls: told('call'), chats: told('chat') });
  const dependents = await dependentsOf(tx, workspaceId, tickets);
  for (const { subject, id } of [...dependents, ...around.map((id) => ({ subject: 'presence', id }))]) {
    bySubject.set(subject, (bySubject.get(subject) ?? new Set()).add(id));
  }
  return {
    changes: rows.length,
    bySubject: [...bySubject].map(([subject, ids]) => [subject, [...ids].sort()] as const),
    fresh: tickets,
  };
}

/** A ticket may be a further contact about what was solved before: those are then counted again, once. */
async function noteEarlier(tx: Tx, counting: Counting, ids: readonly string[]): Promise<void> {
  const { workspaceId, settings } = counting;
  const earlier = await earlierOf(tx, { workspaceId, fcrDays: settings.fcrDays }, ids);
  const others = earlier.filter((id) => !ids.includes(id));
  if (others.length === 0) return;
  const counted = await countSubjects(tx, counting, 'ticket', others);
  await saveFacts(tx, counting, counted);
}
