import { z } from 'zod';
import { PASSWORD_LONGEST } from '@/domain/account/password';
import { ROLES, SCOPES } from '@/domain/team/membership';

const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const personName = z.string().trim().min(1).max(120);
const teamIds = z.array(z.uuid()).max(100).default([]);
const token = z.string().min(20).max(100);
const locale = z.enum(['en', 'hu', 'lv']);
const rights = { role: z.enum(ROLES), scope: z.enum(SCOPES), teamIds };

export const inviteMemberInput = z.object({ email, locale, ...rights });
export type InviteMemberInput = z.output<typeof inviteMemberInput>;

export const invitationInput = z.object({ invitationId: z.uuid() });
export type InvitationInput = z.output<typeof invitationInput>;

export const acceptInvitationInput = z.object({
  token,
  name: personName,
  password: z.string().max(PASSWORD_LONGEST),
});
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>;

export const joinWorkspaceInput = z.object({ token });
export type JoinWorkspaceInput = z.output<typeof joinWorkspaceInput>;

export const updateMemberInput = z.object({ userId: z.uuid(), ...rights });
export type UpdateMemberInput = z.output<typeof updateMemberInput>;

export const memberInput = z.object({ userId: z.uuid() });
export type MemberInput = z.output<typeof memberInput>;

export const createUserInput = z.object({
  email,
  name: personName,
  locale: locale.default('en'),
  role: z.enum(ROLES).default('agent'),
  scope: z.enum(SCOPES).default('all'),
  teamIds,
  /** Null: the person sets one through a reset link. */
  password: z.string().max(PASSWORD_LONGEST).nullable().default(null),
});
export type CreateUserInput = z.input<typeof createUserInput>;

const teamName = z.string().trim().min(1).max(80);

export const createTeamInput = z.object({ name: teamName });
export type CreateTeamInput = z.output<typeof createTeamInput>;

export const renameTeamInput = z.object({ teamId: z.uuid(), name: teamName });
export type RenameTeamInput = z.output<typeof renameTeamInput>;

export const teamInput = z.object({ teamId: z.uuid() });
export type TeamInput = z.output<typeof teamInput>;

export const teamMembersInput = z.object({
  teamId: z.uuid(),
  memberIds: z.array(z.uuid()).max(1000),
  leadIds: z.array(z.uuid()).max(1000),
});
export type TeamMembersInput = z.output<typeof teamMembersInput>;
