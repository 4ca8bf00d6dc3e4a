import 'server-only';
import type { Role, Scope } from '@/domain/permission/actor';
import { openInvitation } from '@/features/team/invitation-store';
import type { Visitor } from '@/server/auth/visitor';
import type { StaffContext } from '@/server/context';
import type { Prisma } from '@/server/db/generated/client';

export type TeamName = Readonly<{ id: string; name: string }>;

export type PersonRow = Readonly<{
  userId: string;
  name: string;
  email: string;
  role: Role;
  scope: Scope;
  active: boolean;
  teams: readonly TeamName[];
  lastSeenAt: Date | null;
}>;

/** Most people shown at once; a search narrows down. */
export const PEOPLE_SHOWN = 200;

type PeopleFilter = Readonly<{ active: boolean; search: string }>;

/** Members of the workspace by name, active or deactivated ones, whose name or address holds the searched text. */
export async function listPeople(
  ctx: StaffContext,
  { active, search }: PeopleFilter,
): Promise<Readonly<{ rows: readonly PersonRow[]; more: boolean }>> {
  const { workspaceId } = ctx;
  const found = await ctx.db.membership.findMany({
    where: {
      workspaceId,
      deactivatedAt: active ? null : { not: null },
      ...(search && { user: nameOrAddress(search) }),
    },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    take: PEOPLE_SHOWN + 1,
    select: {
      userId: true,
      role: true,
      scope: true,
      deactivatedAt: true,
      teams: { select: { team: { select: { id: true, name: true } } }, orderBy: { team: { name: 'asc' } } },
      user: {
        select: {
          name: true,
          email: true,
          sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
        },
      },
    },
  });
  const rows = found.slice(0, PEOPLE_SHOWN).map(({ user, teams, deactivatedAt, ...row }) => ({
    ...row,
    name: user.name,
    email: user.email,
    active: deactivatedAt === null,
    teams: teams.map(({ team }) => team),
    lastSeenAt: user.sessions[0]?.lastSeenAt ?? null,
  }));
  return { rows, more: found.length > PEOPLE_SHOWN };
}

function nameOrAddress(search: string): Prisma.UserWhereInput {
  const contains = { contains: search, mode: 'insensitive' } as const;
  return { OR: [{ name: contains }, { email: contains }] };
}

export type InvitationRow = Readonly<{
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
  expired: boolean;
}>;

/** Invitations that nobody has accepted or taken back, the newest first. */
export async function listInvitations(ctx: StaffContext): Promise<readonly InvitationRow[]> {
  const { workspaceId } = ctx;
  const rows = await ctx.db.invitation.findMany({
    where: { workspaceId, acceptedAt: null, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    take: PEOPLE_SHOWN,
    select: { id: true, email: true, role: true, invitedById: true, expiresAt: true },
  });
  const inviters = await ctx.db.membership.findMany({
    where: { workspaceId, userId: { in: rows.map(({ invitedById }) => invitedById) } },
    select: { userId: true, user: { select: { name: true } } },
  });
  const nameOf = new Map(inviters.map(({ userId, user }) => [userId, user.name]));
  return rows.map(({ invitedById, ...row }) => ({
    ...row,
    invitedBy: nameOf.get(invitedById) ?? '',
    expired: row.expiresAt <= ctx.now(),
  }));
}

/** All teams of the workspace by name. */
export function listTeamNames(ctx: StaffContext): Promise<readonly TeamName[]> {
  return ctx.db.team.findMany({
    where: { workspaceId: ctx.workspaceId },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}

export type TeamRow = TeamName &
  Readonly<{ members: readonly Readonly<{ name: string; lead: boolean }>[]; openTickets: number }>;

/** All teams with their members and how many open tickets each has. */
export async function listTeams(ctx: StaffContext): Promise<readonly TeamRow[]> {
  const { workspaceId } = ctx;
  const [teams, counts] = await Promise.all([
    ctx.db.team.findMany({
      where: { workspaceId },
      orderBy: { name: 'asc' },
      select: {
        id: true,
        name: true,
        members: {
          select: { lead: true, membership: { select: { user: { select: { name: true } } } } },
          orderBy: [{ lead: 'desc' }, { membership: { user: { name: 'asc' } } }],
        },
      },
    }),
    ctx.db.ticket.groupBy({
      by: ['teamId'],
      where: { workspaceId, active: true, teamId: { not: null } },
      _count: true,
    }),
  ]);
  const open = new Map(counts.map(({ teamId, _count }) => [teamId, _count]));
  return teams.map(({ members, ...team }) => ({
    ...team,
    members: members.map(({ lead, membership }) => ({ name: membership.user.name, lead })),
    openTickets: open.get(team.id) ?? 0,
  }));
}

export type TeamPage = TeamName &
  Readonly<{
    /** Every active person of the workspace, and what they are in this team. */
    people: readonly Readonly<{
      userId: string;
      name: string;
      email: string;
      member: boolean;
      lead: boolean;
    }>[];
  }>;

/** One team with everybody who is in it or could be; null when there is no such team here. */
export async function getTeam(ctx: StaffContext, teamId: string): Promise<TeamPage | null> {
  const { workspaceId } = ctx;
  const team = await ctx.db.team.findUnique({
    where: { workspaceId_id: { workspaceId, id: teamId } },
    select: { id: true, name: true, members: { select: { userId: true, lead: true } } },
  });
  if (!team) return null;
  const people = await ctx.db.membership.findMany({
    where: { workspaceId, deactivatedAt: null },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    select: { userId: true, user: { select: { name: true, email: true } } },
  });
  const leadOf = new Map(team.members.map(({ userId, lead }) => [userId, lead]));
  return {
    id: team.id,
    name: team.name,
    people: people.map(({ userId, user }) => ({
      userId,
      ...user,
      member: leadOf.has(userId),
      lead: leadOf.get(userId) ?? false,
    })),
  };
}

export type InvitationPage = Readonly<{
  email: string;
  role: Role;
  locale: string;
  workspace: string;
  /** True when somebody has an account with this address already. */
  hasAccount: boolean;
}>;

/** What an invitation's link shows; null when it can no longer be accepted. */
export async function getInvitation(visitor: Visitor, token: string): Promise<InvitationPage | null> {
  const invitation = await openInvitation(visitor.db, token, visitor.now());
  if (!invitation) return null;
  const { email, role, locale, workspace } = invitation;
  const account = await visitor.db.user.findUnique({ where: { email }, select: { id: true } });
  return { email, role, locale, workspace: workspace.name, hasAccount: account !== null };
}
