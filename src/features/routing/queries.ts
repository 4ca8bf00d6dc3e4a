import 'server-only';
import { may } from '@/domain/permission/can';
import { type AvailabilityState, type PhoneWork, presentState } from '@/domain/routing/availability';
import type { Points } from '@/domain/routing/capacity';
import type { StaffContext } from '@/server/context';
import { phoneWork } from './agents';
import {
  type AvailabilityRow,
  listLeaves,
  listStates,
  listTeamQueues,
  type QueueRow,
  type TimeOffRow,
} from './lists';
import { type RoutingSettings, routingSettings } from './settings';
import { ownLoad, type PersonLoad, type Workload, workloadNow } from './workload';

/** How the reader stands to routing: what the frame of every page shows. */
export type OwnStanding = Readonly<{
  state: AvailabilityState;
  /** What keeps them at the telephone; nothing new is offered meanwhile. */
  onPhone: PhoneWork | null;
  /** The last day of a leave that is on now, as `2026-03-06`; null when they are there. */
  awayUntil: string | null;
  /** Whether a queue of their teams has tickets to ask for. */
  mayAskForNext: boolean;
}>;

/** The reader's availability; null for those who take no work. In one query. */
export async function getOwnStanding(ctx: StaffContext): Promise<OwnStanding | null> {
  const { id: userId } = ctx.actor;
  if (userId === null || !may(ctx.actor, 'ticket.reply')) return null;
  const [row] = await ctx.db.$queryRaw<
    Readonly<{
      state: AvailabilityState | null;
      absentSince: Date | null;
      onPhone: PhoneWork | null;
      awayUntil: string | null;
      mayAskForNext: boolean;
    }>[]
  >`
    select a.state, a."absentSince", ${phoneWork(ctx)} as "onPhone",
      (select max(o."untilOn")::text from "TimeOff" o
        where o."workspaceId" = ${ctx.workspaceId}::uuid and o."userId" = u.id
          and (${ctx.now()}::timestamptz at time zone u."timeZone")::date between o."fromOn" and o."untilOn") as "awayUntil",
      exists (select from "TeamMember" x join "RoutingQueue" q
        on q."workspaceId" = x."workspaceId" and q."teamId" = x."teamId" and q.mode <> 'off'
        where x."workspaceId" = ${ctx.workspaceId}::uuid and x."userId" = u.id) as "mayAskForNext"
    from "User" u
    join "Membership" m on m."workspaceId" = ${ctx.workspaceId}::uuid and m."userId" = u.id
    left join "Availability" a on a."workspaceId" = m."workspaceId" and a."userId" = u.id
    where u.id = ${userId}::uuid`;
  if (!row) return null;
  const { state, absentSince, onPhone, awayUntil, mayAskForNext } = row;
  return { state: presentState(state && { state, absentSince }), onPhone, awayUntil, mayAskForNext };
}

export type Colleague = Readonly<{ id: string; name: string }>;

const COLLEAGUES_SHOWN = 500;

/** Who can stand in for somebody: the active members who answer customers, by name. */
export async function listColleagues({ db, workspaceId }: StaffContext): Promise<Colleague[]> {
  const rows = await db.membership.findMany({
    where: { workspaceId, deactivatedAt: null, role: { not: 'light_agent' }, user: { disabledAt: null } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    take: COLLEAGUES_SHOWN,
    select: { userId: true, user: { select: { name: true } } },
  });
  return rows.map(({ userId, user }) => ({ id: userId, name: user.name }));
}

export type SkillRow = Readonly<{ id: string; name: string; tags: readonly string[]; members: number }>;

const SKILLS_SHOWN = 500;

/** The skills of the workspace by name, with the tags that ask for them and how many people have them. */
export async function listSkills({ db, workspaceId }: StaffContext): Promise<SkillRow[]> {
  const rows = await db.skill.findMany({
    where: { workspaceId },
    orderBy: { name: 'asc' },
    take: SKILLS_SHOWN,
    select: {
      id: true,
      name: true,
      tags: { select: { tag: { select: { name: true } } } },
      _count: { select: { members: true } },
    },
  });
  return rows.map(({ id, name, tags, _count }) => ({
    id,
    name,
    tags: tags.map(({ tag }) => tag.name).sort(),
    members: _count.members,
  }));
}

/** The workspace's capacities and weights. */
export const getRoutingSettings = ({ db, workspaceId }: StaffContext): Promise<RoutingSettings> =>
  routingSettings(db, workspaceId);

/** What routing knows of a member; a capacity is null where the workspace's holds. */
export type MemberProfile = Readonly<{
  userId: string;
  languages: readonly string[];
  skillIds: readonly string[];
  capacities: Readonly<{ [Kind in keyof Points]: number | null }>;
}>;

/** What routing knows of these members. */
export async function listProfiles(
  { db, workspaceId }: StaffContext,
  userIds: readonly string[],
): Promise<MemberProfile[]> {
  const rows = await db.membership.findMany({
    where: { workspaceId, userId: { in: [...userIds] } },
    select: {
      userId: true,
      languages: true,
      skills: { select: { skillId: true } },
      mailCapacity: true,
      chatCapacity: true,
      phoneCapacity: true,
      socialCapacity: true,
    },
  });
  return rows.map(({ userId, languages, skills, ...own }) => ({
    userId,
    languages,
    skillIds: skills.map(({ skillId }) => skillId),
    capacities: {
      mail: own.mailCapacity,
      chat: own.chatCapacity,
      phone: own.phoneCapacity,
      social: own.socialCapacity,
    },
  }));
}

/** Leaves that are not over, the soonest first; of one member, or of everybody. */
export const listTimeOff = (ctx: StaffContext, userId: string | null): Promise<TimeOffRow[]> =>
  listLeaves(ctx, userId);

/** The queues of all teams, by the team's name. A team that has set nothing has a queue that is off. */
export const listQueues = (ctx: StaffContext): Promise<QueueRow[]> => listTeamQueues(ctx);

/** Whether each active member takes work now, by name; of one member where an id is given. */
export const listAvailability = (ctx: StaffContext, userId: string | null): Promise<AvailabilityRow[]> =>
  listStates(ctx, userId);

/** Who has how much, what waits and since when, and who is away. */
export const getWorkload = (ctx: StaffContext): Promise<Workload> => workloadNow(ctx);

/** How much the reader has and can take; null for those who take no work. */
export const getOwnLoad = (ctx: StaffContext): Promise<PersonLoad | null> => ownLoad(ctx);
