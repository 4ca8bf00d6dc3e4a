import { localTimeOf } from '@/domain/shared/local-time';
import { driftedFacts, driftedSketches, driftedSums } from '@/features/metrics/drift';
import type { Context } from '@/server/context';
import { log } from '@/server/log';

type World = Pick<Context, 'db' | 'now'>;
type Drift = Readonly<{ checked: number; drifted: number }>;

/** The health row that says when numbers were last counted apart, and what came of it. */
const METRICS_CHECK = 'metrics-check';

const DAY = 86_400_000;
const NIGHT = { from: 1, until: 5 };
const PAUSE = 20 * 60 * 60_000;

/**
 * Counts the day before of every workspace once more and compares: up to 2,000 tickets, calls and so on with their stored facts,
 * and all facts of the day with its sums and sketches. Reports what differs in the log and in the health row; mends nothing.
 */
export async function checkMetrics(world: World): Promise<Drift> {
  const workspaces = await world.db.$queryRaw<{ id: string; timeZone: string }[]>`
    select w.id, w."timeZone" from "Workspace" w join "MetricState" s on s."workspaceId" = w.id order by w.id`;
  let [checked, drifted] = [0, 0];
  for (const { id: workspaceId, timeZone } of workspaces) {
    const day = localTimeOf(new Date(world.now().getTime() - DAY), timeZone).slice(0, 10);
    const found = await checkWorkspace(world, { workspaceId, day });
    checked += found.checked;
    drifted += found.drifted;
  }
  const [at, detail] = [world.now(), JSON.stringify({ checked, drifted })];
  const name = METRICS_CHECK;
  await world.db.heartbeat.upsert({
    where: { name },
    create: { name, at, detail },
    update: { at, detail },
  });
  return { checked, drifted };
}

/** Facts, history and sums are read as of one instant, so that counting in between is no drift. */
async function checkWorkspace(
  { db }: World,
  { workspaceId, day }: Readonly<{ workspaceId: string; day: string }>,
): Promise<Drift> {
  const found = await db.$transaction(
    async (tx) => ({
      facts: await driftedFacts(tx, { workspaceId, day }),
      sums: await driftedSums(tx, { workspaceId, day }),
      sketches: await driftedSketches(tx, { workspaceId, day }),
    }),
    { isolationLevel: 'RepeatableRead', timeout: 60_000 },
  );
  const { facts, sums, sketches } = found;
  const drifted = facts.drifted.length + sums.length + sketches.length;
  if (drifted > 0)
    log().error(
      { workspaceId, day, subjects: facts.drifted, sums, sketches },
      'numbers differ from their history',
    );
  return { checked: facts.checked, drifted };
}

/** Checks once a night, between one and five o'clock UTC; asked more often, it does nothing. */
export async function checkMetricsNightly(world: World): Promise<void> {
  const now = world.now();
  if (now.getUTCHours() < NIGHT.from || now.getUTCHours() >= NIGHT.until) return;
  const last = await world.db.heartbeat.findUnique({ where: { name: METRICS_CHECK } });
  if (!last || now.getTime() - last.at.getTime() > PAUSE) await checkMetrics(world);
}
