import { fail, ok, type Result } from '@/domain/shared/result';
import type { AppearanceInput, OwnMembershipInput, ProfileInput } from '@/features/account/inputs';
import type { SignedInUser } from '@/server/auth/require-user';
import type { StaffContext } from '@/server/context';

/** Changes one's own name, language and time zone, in all workspaces. */
export async function updateProfile(user: SignedInUser, input: ProfileInput): Promise<Result<null, never>> {
  await user.db.user.update({ where: { id: user.id }, data: input });
  return ok(null);
}

/** Changes how the product looks and listens to one's own keyboard, in all workspaces. */
export async function updateAppearance(
  user: SignedInUser,
  input: AppearanceInput,
): Promise<Result<null, never>> {
  await user.db.user.update({ where: { id: user.id }, data: input });
  return ok(null);
}

/** Changes one's own signature in this workspace. */
export async function updateOwnMembership(
  ctx: StaffContext,
  input: OwnMembershipInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId, actor } = ctx;
  if (!actor.id) return fail({ code: 'not_found' });
  await ctx.db.membership.update({
    where: { workspaceId_userId: { workspaceId, userId: actor.id } },
    data: input,
  });
  return ok(null);
}
