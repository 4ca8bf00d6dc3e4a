import { fail, ok, type Result } from '@/domain/shared/result';
import type { SessionInput } from '@/features/account/inputs';
import type { SignedInUser } from '@/server/auth/require-user';

/** Signs one of one's own browsers out; it notices at its next request. */
export async function revokeSession(
  user: SignedInUser,
  { sessionId }: SessionInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { count } = await user.db.userSession.updateMany({
    where: { id: sessionId, userId: user.id, revokedAt: null },
    data: { revokedAt: user.now() },
  });
  return count === 0 ? fail({ code: 'not_found' }) : ok(null);
}

/** Signs out all of one's own browsers but this one. Gives how many. */
export async function revokeOtherSessions(
  user: SignedInUser,
): Promise<Result<Readonly<{ revoked: number }>, never>> {
  const at = user.now();
  const { count } = await user.db.userSession.updateMany({
    where: { userId: user.id, id: { not: user.sessionId }, revokedAt: null, expiresAt: { gt: at } },
    data: { revokedAt: at },
  });
  return ok({ revoked: count });
}
