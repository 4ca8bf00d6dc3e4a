import type { Role, Scope } from '@/domain/permission/actor';
import { fail, ok, type Result } from '@/domain/shared/result';

/** From the one who may most to the one who may least. */
export const ROLES = ['owner', 'admin', 'manager', 'agent', 'light_agent'] as const satisfies readonly Role[];
export const SCOPES = ['all', 'team', 'own'] as const satisfies readonly Scope[];

export type Member = Readonly<{ userId: string; role: Role; active: boolean }>;

/** Who changes somebody; `id` is null for the command line and for API keys, which are nobody's colleague. */
export type Manager = Readonly<{ id: string | null; role: Role }>;

type Refused = Readonly<{ code: 'role.too_high' | 'member.last_owner' | 'member.not_yourself' }>;
type Decision = Result<null, Refused>;

/** The roles that somebody of this role may give: their own and those below. */
export const rolesToGive = (role: Role): readonly Role[] => ROLES.slice(ROLES.indexOf(role));

/** True when `role` may do more than `other`. */
const isAbove = (role: Role, other: Role): boolean => ROLES.indexOf(role) < ROLES.indexOf(other);

/** Whether somebody may be invited or created with this role: nobody gives more than they have. */
export function mayGiveRole(by: Manager, role: Role): Decision {
  return isAbove(role, by.role) ? fail({ code: 'role.too_high' }) : ok(null);
}

type RoleChange = Readonly<{
  by: Manager;
  member: Member;
  role: Role;
  /** Active owners of the workspace, this member included. */
  owners: number;
}>;

/**
 * Whether a member may be given another role: not by somebody below them, not to above the giver, not to oneself, and
 * never so that a workspace is left without an owner.
 */
export function mayChangeRole({ by, member, role, owners }: RoleChange): Decision {
  if (role === member.role) return ok(null);
  if (isAbove(member.role, by.role)) return fail({ code: 'role.too_high' });
  if (isLastOwner(member, owners)) return fail({ code: 'member.last_owner' });
  if (by.id === member.userId) return fail({ code: 'member.not_yourself' });
  return mayGiveRole(by, role);
}

/** Whether a member may be shut out: not by themselves, not by somebody below them, and not the last owner. */
export function mayDeactivate({ by, member, owners }: Omit<RoleChange, 'role'>): Decision {
  if (isAbove(member.role, by.role)) return fail({ code: 'role.too_high' });
  if (isLastOwner(member, owners)) return fail({ code: 'member.last_owner' });
  return by.id === member.userId ? fail({ code: 'member.not_yourself' }) : ok(null);
}

const isLastOwner = (member: Member, owners: number) =>
  member.role === 'owner' && member.active && owners <= 1;
