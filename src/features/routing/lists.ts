import { type AvailabilityState, type PhoneWork, presentState } from '@/domain/routing/availability';
import type { QueueRules } from '@/domain/routing/queue';
import type { StaffContext } from '@/server/context';
import { phoneWork } from './agents';
import { NO_RULES, ruleColumns } from './queue-rules';

export type TimeOffRow = Readonly<{
  id: string;
  userId: string;
  name: string;
  /** Days as `2026-03-06`. */
  fromOn: string;
  untilOn: string;
  substituteId: string | null;
  substitute: string | null;
  note: string;
}>;

const LEAVES_SHOWN = 200;

/** Leaves that are not over, the soonest first; of one member, or of everybody. */
export function listLeaves(ctx: StaffContext, userId: string | null): Promise<TimeOffRow[]> {
  return ctx.db.$queryRaw<TimeOffRow[]>`
    select o.id, o."userId", u.name, o."fromOn"::text, o."untilOn"::text, o."substituteId", s.name as substitute, o.note
    from "TimeOff" o
    join "User" u on u.id = o."userId"
    left join "User" s on s.id = o."substituteId"
    where o."workspaceId" = ${ctx.workspaceId}::uuid
      and (${userId}::uuid is null or o."userId" = ${userId}::uuid)
      and o."untilOn" >= (${ctx.now()}::timestamptz at time zone u."timeZone")::date
    order by o."fromOn", o.id limit ${LEAVES_SHOWN}`;
}

export type QueueRow = QueueRules & Readonly<{ teamId: string; team: string; members: number }>;

const QUEUES_SHOWN = 500;

/** The queues of all teams, by the team's name. A team that has set nothing has a queue that is off. */
export async function listTeamQueues({ db, workspaceId }: StaffContext): Promise<QueueRow[]> {
  const teams = await db.team.findMany({
    where: { workspaceId },
    orderBy: { name: 'asc' },
    take: QUEUES_SHOWN,
    select: {
      id: true,
      name: true,
      queue: { select: ruleColumns },
      _count: { select: { members: true } },
    },
  });
  return teams.map(({ id, name, queue, _count }) => ({
    teamId: id,
    team: name,
    members: _count.members,
    ...(queue ?? NO_RULES),
  }));
}

export type AvailabilityRow = Readonly<{
  userId: string;
  name: string;
  state: AvailabilityState;
  /** What keeps them at the telephone; nothing is offered meanwhile. */
  onPhone: PhoneWork | null;
  /** Since when; null for those who never said. */
  since: Date | null;
  /** The last day of a leave that is on now, as `2026-03-06`. */
  awayUntil: string | null;
}>;

const PEOPLE_SHOWN = 500;

type StateRow = Omit<AvailabilityRow, 'state'> &
  Readonly<{ state: AvailabilityState | null; absentSince: Date | null }>;

/** Whether each active member takes work now, by name; of one member where an id is given. */
export async function listStates(ctx: StaffContext, userId: string | null): Promise<AvailabilityRow[]> {
  const { db, workspaceId, now } = ctx;
  const rows = await db.$queryRaw<StateRow[]>`
    select m."userId", u.name, a.state, coalesce(a."absentSince", a.since) as since, a."absentSince",
      ${phoneWork(ctx)} as "onPhone",
      (select max(o."untilOn")::text from "TimeOff" o
        where o."workspaceId" = m."workspaceId" and o."userId" = m."userId"
          and (${now()}::timestamptz at time zone u."timeZone")::date between o."fromOn" and o."untilOn") as "awayUntil"
    from "Membership" m
    join "User" u on u.id = m."userId"
    left join "Availability" a on a."workspaceId" = m."workspaceId" and a."userId" = m."userId"
    where m."workspaceId" = ${workspaceId}::uuid and m."deactivatedAt" is null
      and (${userId}::uuid is null or m."userId" = ${userId}::uuid)
    order by u.name, m."userId" limit ${PEOPLE_SHOWN}`;
  return rows.map(({ absentSince, state, ...row }) => ({
    ...row,
    state: presentState(state && { state, absentSince }),
  }));
}
