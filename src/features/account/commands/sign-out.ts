import { ok, type Result } from '@/domain/shared/result';
import type { SignOutInput } from '@/features/account/inputs';
import { dropSession } from '@/server/auth/browser-session';
import { signedIn } from '@/server/auth/signed-in';
import type { Visitor } from '@/server/auth/visitor';

/** Signs this browser out, here and in the list of sessions, and leads to the sign-in page. Twice changes nothing. */
export async function signOut(
  visitor: Visitor,
  { next }: SignOutInput,
): Promise<Result<Readonly<{ goTo: string }>, never>> {
  const session = await signedIn();
  if (session) {
    await visitor.db.userSession.updateMany({
      where: { id: session.id, revokedAt: null },
      data: { revokedAt: visitor.now() },
    });
  }
  await dropSession();
  return ok({ goTo: next === '/' ? '/sign-in?signed-out' : `/sign-in?next=${encodeURIComponent(next)}` });
}
