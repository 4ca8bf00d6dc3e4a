import { ok, type Result } from '@/domain/shared/result';
import type { SignInInput } from '@/features/account/inputs';
import { authenticate, type SignInRefused } from '@/server/auth/authenticate';
import { openSession } from '@/server/auth/sessions';
import type { Visitor } from '@/server/auth/visitor';

type SignedIn = Readonly<{ sessionId: string; goTo: string }>;

/** Signs somebody in with e-mail address and password: a new session, and the page to go on to. */
export async function signIn(
  visitor: Visitor,
  { email, password, next }: SignInInput,
): Promise<Result<SignedIn, SignInRefused>> {
  const known = await authenticate(visitor, { email, password });
  if (!known.ok) return known;
  const { db, ip, userAgent } = visitor;
  const id = visitor.newId();
  await openSession(db, { id, userId: known.value.userId, at: visitor.now(), ip, userAgent });
  return ok({ sessionId: id, goTo: next });
}
