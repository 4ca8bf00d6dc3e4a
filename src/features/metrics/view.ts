import type { Filters } from '@/domain/metrics/dimensions';
import { daysFrom, type Period } from '@/domain/metrics/period';
import type { HoursMode } from '@/domain/metrics/registry';
import type { StaffActor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';
import { instantOf, localTimeOf } from '@/domain/shared/local-time';
import { type MetricSettings, metricSettings } from '@/features/metrics/settings';
import type { StaffContext } from '@/server/context';

/** What the workspace and the asking person make of a question. */
export type Viewed = Readonly<{
  now: Date;
  /** In the workspace's time zone. */
  today: string;
  timeZone: string;
  settings: MetricSettings;
  hours: HoursMode;
  filters: Filters;
  scope: Pick<StaffActor, 'id' | 'teamIds'> | null;
  targets: ReadonlyMap<string, number>;
}>;

type Asked = Readonly<{ period: Period; filters?: Filters; hours?: HoursMode }>;

/** Nobody: no fact is of this person. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Reads how the workspace counts, and narrows the question to what the asking person may see. */
export async function viewOf(ctx: StaffContext, asked: Asked): Promise<Viewed> {
  const { db, workspaceId, actor } = ctx;
  const [workspace, settings, targets] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { timeZone: true } }),
    metricSettings(db, workspaceId),
    db.metricTarget.findMany({ where: { workspaceId }, select: { metric: true, value: true } }),
  ]);
  const { timeZone } = workspace;
  const now = ctx.now();
  return {
    now,
    today: localTimeOf(now, timeZone).slice(0, 10),
    timeZone,
    settings,
    hours: asked.hours ?? settings.hours,
    ...limits(actor, asked.filters ?? {}),
    targets: new Map(targets.map(({ metric, value }) => [metric, value])),
  };
}

/** A manager sees what their scope reaches; everybody else their own work and nothing else. */
function limits(actor: StaffActor, asked: Filters): Pick<Viewed, 'filters' | 'scope'> {
  const filters = Object.fromEntries(Object.entries(asked).filter(([, values]) => values !== undefined));
  const own = actor.id ?? NOBODY;
  const sees = may(actor, 'insights.read') ? actor.scope : 'own';
  if (sees === 'all') return { filters, scope: null };
  if (sees === 'team') return { filters, scope: { id: actor.id, teamIds: actor.teamIds } };
  return { filters: { ...filters, agent: [may(actor, 'insights.own') ? own : NOBODY] }, scope: null };
}

/** The instant at which a period is over, or now while it is not. */
export function endOf({ now, timeZone }: Pick<Viewed, 'now' | 'timeZone'>, { to }: Period): Date {
  const end = instantOf(`${daysFrom(to, 1)}T00:00`, timeZone);
  return end && end < now ? end : now;
}
