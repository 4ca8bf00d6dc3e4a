import 'server-only';
import { isMetric } from '@/domain/insights/boards';
import type { Period } from '@/domain/metrics/period';
import type { MetricName } from '@/domain/metrics/registry';
import { localTimeOf } from '@/domain/shared/local-time';
import { type MetricValue, metricOverview } from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';

/** How things stand at this moment, over what the reader may see. */
export type WallNow = Readonly<{
  backlog: number;
  waiting: number;
  oldestSince: Date | null;
  late: number;
  dueSoon: number;
  atRisk: number;
  chats: number;
  callbacks: number;
  online: number;
}>;

export type Wall = Readonly<{ now: WallNow; today: readonly MetricValue[] }>;

const TODAY: readonly MetricName[] = [
  'created',
  'solved',
  'first_response',
  'sla',
  'csat',
  'chat_abandonment',
].filter(isMetric);

/** The figures of a wallboard: what waits now, and the numbers of today; of nobody alone. */
export async function getWall(ctx: StaffContext): Promise<Wall> {
  const { db, workspaceId } = ctx;
  const workspace = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true },
  });
  const day = localTimeOf(ctx.now(), workspace.timeZone).slice(0, 10);
  const period: Period = { from: day, to: day };
  const [now, today] = await Promise.all([
    standing(ctx),
    metricOverview(ctx, TODAY, { period, compared: 'none' }),
  ]);
  return { now, today };
}

async function standing({ db, workspaceId, actor, now }: StaffContext): Promise<WallNow> {
  const at = now();
  const [row] = await db.$queryRaw<WallNow[]>`
    select t.*,
      (select count(*)::int from "ChatSession" s where s."workspaceId" = ${workspaceId}::uuid and s.state = 'waiting') as chats,
      (select count(*)::int from "Callback" c where c."workspaceId" = ${workspaceId}::uuid and c.open) as callbacks,
      (select count(*)::int from "Availability" a join "Membership" m
        on m."workspaceId" = a."workspaceId" and m."userId" = a."userId" and m."deactivatedAt" is null
        where a."workspaceId" = ${workspaceId}::uuid and a.state = 'online' and a."absentSince" is null) as online
    from (
      select count(*)::int as backlog,
        count(*) filter (where t."assigneeId" is null and t.status in ('new', 'open'))::int as waiting,
        min(t."createdAt") filter (where t."assigneeId" is null and t.status = 'new') as "oldestSince",
        count(*) filter (where t."nextDueAt" < ${at})::int as late,
        count(*) filter (where t."nextDueAt" between ${at} and ${at}::timestamptz + interval '1 hour')::int as "dueSoon",
        count(*) filter (where t."promiseState" = 'at_risk')::int as "atRisk"
      from "Ticket" t
      where t."workspaceId" = ${workspaceId}::uuid and t.active and not t.spam and t."trashedAt" is null and t."mergedIntoId" is null
        and ${readableBy(actor)}
    ) t`;
  if (!row) throw new Error('a count gives a row');
  return row;
}
