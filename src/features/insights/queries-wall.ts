import 'server-only';
import { isMetric } from '@/domain/insights/boards';
import type { Period } from '@/domain/metrics/period';
import type { MetricName } from '@/domain/metrics/registry';
import { localTimeOf } from '@/domain/shared/local-time';
import { type MetricValue, metricOverview } from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';

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

/** The figures of a wallboard: what waits now, and the numbers of today; of nobody alone; of one team where one is given. */
export async function getWall(ctx: StaffContext, teamId: string | null = null): Promise<Wall> {
  const { db, workspaceId } = ctx;
  const workspace = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true },
  });
  const day = localTimeOf(ctx.now(), workspace.timeZone).slice(0, 10);
  const period: Period = { from: day, to: day };
  const [now, today] = await Promise.all([
    standing(ctx, teamId),
    metricOverview(ctx, TODAY, { period, compared: 'none', ...(teamId && { filters: { team: [teamId] } }) }),
  ]);
  return { now, today };
}

type Queued = Readonly<{ teamId: string }>;

/** Of the queues of all teams those within the reader's scope, and of these the one that is asked for. */
export const queuesOnWall = <Queue extends Queued>(
  { actor }: StaffContext,
  queues: readonly Queue[],
  only: string | null,
): Queue[] =>
  queues.filter(
    ({ teamId }) =>
      (actor.scope === 'all' || actor.teamIds.includes(teamId)) && (only === null || teamId === only),
  );

async function standing(ctx: StaffContext, teamId: string | null): Promise<WallNow> {
  const { db, workspaceId, actor, now } = ctx;
  const at = now();
  const inTeam = teamId === null ? sql`true` : sql`t."teamId" = ${teamId}::uuid`;
  const shown = sql`${readableBy(actor)} and ${inTeam}`;
  const onTicket = (id: Sql) => sql`exists (select from "Ticket" t
    where t."workspaceId" = ${workspaceId}::uuid and t.id = ${id} and ${shown})`;
  const [row] = await db.$queryRaw<WallNow[]>`
    select t.*,
      (select count(*)::int from "ChatSession" s where s."workspaceId" = ${workspaceId}::uuid and s.state = 'waiting'
        and ${isWhole(ctx, teamId) ? sql`true` : onTicket(sql`s."ticketId"`)}) as chats,
      (select count(*)::int from "Callback" c where c."workspaceId" = ${workspaceId}::uuid and c.open
        and ${isWhole(ctx, teamId) ? sql`true` : onTicket(sql`c."ticketId"`)}) as callbacks,
      (select count(*)::int from "Availability" a join "Membership" m
        on m."workspaceId" = a."workspaceId" and m."userId" = a."userId" and m."deactivatedAt" is null
        where a."workspaceId" = ${workspaceId}::uuid and a.state = 'online' and a."absentSince" is null
          and ${memberOf(ctx, teamId)}) as online
    from (
      select count(*)::int as backlog,
        count(*) filter (where t."assigneeId" is null and t.status in ('new', 'open'))::int as waiting,
        min(t."createdAt") filter (where t."assigneeId" is null and t.status = 'new') as "oldestSince",
        count(*) filter (where t."nextDueAt" < ${at})::int as late,
        count(*) filter (where t."nextDueAt" between ${at} and ${at}::timestamptz + interval '1 hour')::int as "dueSoon",
        count(*) filter (where t."promiseState" = 'at_risk')::int as "atRisk"
      from "Ticket" t
      where t."workspaceId" = ${workspaceId}::uuid and t.active and not t.spam and t."trashedAt" is null and t."mergedIntoId" is null
        and ${shown}
    ) t`;
  if (!row) throw new Error('a count gives a row');
  return row;
}

/** Whether everything of the workspace is counted: a chat may have no ticket yet. */
const isWhole = ({ actor }: StaffContext, teamId: string | null): boolean =>
  actor.scope === 'all' && teamId === null;

/** Who counts as there: everybody, those of the chosen team, or those with whom the reader shares one. */
function memberOf(ctx: StaffContext, teamId: string | null): Sql {
  if (isWhole(ctx, teamId)) return sql`true`;
  const { actor } = ctx;
  const reached = actor.scope === 'all' ? sql`true` : sql`x."teamId" = any(${[...actor.teamIds]}::uuid[])`;
  const chosen = teamId === null ? sql`true` : sql`x."teamId" = ${teamId}::uuid`;
  return sql`exists (select from "TeamMember" x where x."workspaceId" = m."workspaceId" and x."userId" = m."userId"
    and ${reached} and ${chosen})`;
}
