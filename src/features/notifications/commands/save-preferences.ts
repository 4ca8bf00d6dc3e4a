import type { Preferences } from '@/domain/notification/preferences';
import { preferencesOf } from '@/domain/notification/preferences';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import type { PreferencesInput } from './preference-fields';

type NotFound = Readonly<{ code: 'not_found' }>;

/** Says how one wants to be told from now on, in this workspace. What waits for its mail goes out as it was planned. */
export function savePreferences(ctx: StaffContext, input: PreferencesInput): Promise<Result<null, NotFound>> {
  return savePreferencesOf(ctx, { userId: ctx.actor.id ?? '', preferences: input });
}

type Saved = Readonly<{ userId: string; preferences: PreferencesInput }>;

/** The same for a member of the workspace. */
export async function savePreferencesOf(
  ctx: StaffContext,
  { userId, preferences }: Saved,
): Promise<Result<null, NotFound>> {
  const { db, workspaceId } = ctx;
  const member = userId && (await db.membership.count({ where: { workspaceId, userId } }));
  if (!member) return fail({ code: 'not_found' });
  const row = { preferences, updatedAt: ctx.now() };
  await db.notificationSettings.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { ...row, workspaceId, userId },
    update: row,
  });
  return ok(null);
}

/** How a member wants to be told; null where there is none of this id. */
export async function preferencesOfMember(
  { db, workspaceId }: StaffContext,
  userId: string,
): Promise<Preferences | null> {
  const member = await db.membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { notificationSettings: { select: { preferences: true } } },
  });
  return member && preferencesOf(member.notificationSettings?.preferences);
}
