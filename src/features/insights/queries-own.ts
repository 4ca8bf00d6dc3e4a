import 'server-only';
import { OWN_NUMBERS } from '@/domain/insights/boards';
import { type TeamMiddle, teamMiddle } from '@/domain/insights/team-context';
import type { PromiseState } from '@/domain/promise/promise';
import type { SlaMetric } from '@/domain/sla/clock';
import type { TicketStatus } from '@/domain/ticket/ticket';
import { type MetricValue, metricOverview, metricSplit, workMix } from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import type { Asked } from './asked';

/** A ticket of the reader on which something is due. */
export type DueTicket = Readonly<{
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  requester: string;
  nextDueAt: Date | null;
  nextDueMetric: SlaMetric | null;
  promiseDueAt: Date | null;
  promiseState: PromiseState | null;
}>;

export type OwnDay = Readonly<{
  due: readonly DueTicket[];
  /** The reader's active tickets, how many of them something is due on, and how many are late. */
  open: number;
  dueToday: number;
  late: number;
}>;

const MOST_DUE = 12;

/** What is due on the reader's own tickets, the soonest first, and how many there are; `dayEnds` is the end of their day. */
export async function getOwnDay(ctx: StaffContext, dayEnds: Date): Promise<OwnDay> {
  const { db, workspaceId, actor } = ctx;
  const now = ctx.now();
  const [due, [counts]] = await Promise.all([
    db.$queryRaw<DueTicket[]>`
      select t.id, t.number, t.subject, t.status::text, c."displayName" as requester, t."nextDueAt",
        t."nextDueMetric"::text, t."promiseDueAt", t."promiseState"::text
      from "Ticket" t join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
      where t."workspaceId" = ${workspaceId}::uuid and t."assigneeId" = ${actor.id}::uuid and t.active and not t.spam and t."trashedAt" is null
        and t."mergedIntoId" is null and least(t."nextDueAt", t."promiseDueAt") is not null
      order by least(t."nextDueAt", t."promiseDueAt"), t.id limit ${MOST_DUE}`,
    db.$queryRaw<Omit<OwnDay, 'due'>[]>`
      select count(*)::int as open,
        count(*) filter (where least(t."nextDueAt", t."promiseDueAt") between ${now} and ${dayEnds})::int as "dueToday",
        count(*) filter (where least(t."nextDueAt", t."promiseDueAt") < ${now})::int as late
      from "Ticket" t
      where t."workspaceId" = ${workspaceId}::uuid and t."assigneeId" = ${actor.id}::uuid and t.active and not t.spam and t."trashedAt" is null
        and t."mergedIntoId" is null`,
  ]);
  return { due, ...(counts ?? { open: 0, dueToday: 0, late: 0 }) };
}

export type OwnNumber = Readonly<{ value: MetricValue; team: TeamMiddle | null }>;

/** The reader's own numbers, each beside the middle of their colleagues; nothing of any colleague alone. */
export async function getOwnNumbers(ctx: StaffContext, { question }: Asked): Promise<readonly OwnNumber[]> {
  const own = { ...question, filters: { agent: [ctx.actor.id ?? NOBODY] } };
  const [values, colleagues] = await Promise.all([metricOverview(ctx, OWN_NUMBERS, own), colleaguesOf(ctx)]);
  const middles = await Promise.all(
    OWN_NUMBERS.map(async (metric) => {
      const parts = await metricSplit(ofEverybody(ctx), metric, {
        ...question,
        compared: 'none',
        filters: {},
        by: 'agent',
      });
      return teamMiddle(parts.filter(({ group }) => colleagues.has(group)));
    }),
  );
  return values.map((value, index) => ({ value, team: middles[index] ?? null }));
}

/** What the reader's own answers were about; nobody where they gave none. */
export const getOwnMix = (ctx: StaffContext, { question }: Asked): ReturnType<typeof workMix> =>
  workMix(ctx, { ...question, filters: { agent: [ctx.actor.id ?? NOBODY] } });

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The middle of a team asks for the numbers of its members; they are put together here and leave as one. */
const ofEverybody = (ctx: StaffContext): StaffContext => ({
  ...ctx,
  actor: { ...ctx.actor, role: 'manager', scope: 'all' },
});

const MOST_COLLEAGUES = 500;

/** Who is in a team with the reader; for those without a team everybody else. */
async function colleaguesOf({ db, workspaceId, actor }: StaffContext): Promise<ReadonlySet<string>> {
  const rows = await db.membership.findMany({
    where: {
      workspaceId,
      deactivatedAt: null,
      ...(actor.id && { userId: { not: actor.id } }),
      ...(actor.teamIds.length > 0 && {
        teams: { some: { workspaceId, teamId: { in: [...actor.teamIds] } } },
      }),
    },
    take: MOST_COLLEAGUES,
    select: { userId: true },
  });
  return new Set(rows.map(({ userId }) => userId));
}
