import { driftOf } from '@/features/sla/drift';
import type { Context } from '@/server/context';
import { eachApart } from '@/server/jobs/each-apart';
import { log } from '@/server/log';

const BATCH = 200;
const DAY = 24 * 60 * 60_000;

type World = Pick<Context, 'db' | 'now'>;
type Place = Readonly<{ workspaceId: string; ticketId: string }>;
const FIRST: Place = {
  workspaceId: '00000000-0000-0000-0000-000000000000',
  ticketId: '00000000-0000-0000-0000-000000000000',
};

/** The health row that says when clocks were last checked, and what came of it. */
const DRIFT_CHECK = 'sla-check';

/**
 * Compares, in all workspaces, the stored clocks of tickets that are open or changed within two days with what their
 * history makes. Reports every drift in the log and the sum in the health row; mends nothing.
 */
export async function checkDrift(world: World): Promise<Readonly<{ checked: number; drifted: number }>> {
  let [checked, drifted] = [0, 0];
  let after = FIRST;
  for (;;) {
    const places = await placesAfter(world, after);
    const compared = await eachApart('check of clocks', places, (place) => hasDrifted(world, place));
    drifted += compared.filter(Boolean).length;
    checked += compared.length;
    const last = places.at(-1);
    if (!last || places.length < BATCH) break;
    after = last;
  }
  const [at, detail] = [world.now(), JSON.stringify({ checked, drifted })];
  const name = DRIFT_CHECK;
  await world.db.heartbeat.upsert({
    where: { name },
    create: { name, at, detail },
    update: { at, detail },
  });
  return { checked, drifted };
}

const NIGHT = { from: 1, until: 5 };
const PAUSE = 20 * 60 * 60_000;

/** Checks once a night, between one and five o'clock UTC; asked more often, it does nothing. */
export async function checkDriftNightly(world: World): Promise<void> {
  const now = world.now();
  if (now.getUTCHours() < NIGHT.from || now.getUTCHours() >= NIGHT.until) return;
  const last = await world.db.heartbeat.findUnique({ where: { name: DRIFT_CHECK } });
  if (!last || now.getTime() - last.at.getTime() > PAUSE) await checkDrift(world);
}

function placesAfter({ db, now }: World, after: Place): Promise<Place[]> {
  const since = new Date(now().getTime() - 2 * DAY);
  return db.$queryRaw<Place[]>`
    select distinct c."workspaceId", c."ticketId"
    from "SlaClock" c join "Ticket" t on t."workspaceId" = c."workspaceId" and t.id = c."ticketId"
    where (c."workspaceId", c."ticketId") > (${after.workspaceId}::uuid, ${after.ticketId}::uuid)
      and (t.active or t."updatedAt" > ${since}::timestamptz)
    order by c."workspaceId", c."ticketId"
    limit ${BATCH}`;
}

/** Rows and history are read as of one instant, so that a save in between is no drift. */
async function hasDrifted({ db, now }: World, { workspaceId, ticketId }: Place): Promise<boolean> {
  const drift = await db.$transaction((tx) => driftOf(tx, { workspaceId }, { ticketId, at: now() }), {
    isolationLevel: 'RepeatableRead',
  });
  if (drift.length > 0) log().error({ workspaceId, ticketId, drift }, 'clocks differ from their history');
  return drift.length > 0;
}
