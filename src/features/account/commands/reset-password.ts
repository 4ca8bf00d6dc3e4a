import type { PasswordProblem } from '@/domain/account/password';
import { fail, ok, type Result } from '@/domain/shared/result';
import { auditEverywhere } from '@/features/account/audit-everywhere';
import type { ResetPasswordInput } from '@/features/account/inputs';
import { openReset } from '@/features/account/open-reset';
import { choosePassword } from '@/server/auth/choose-password';
import { forgive, spend } from '@/server/auth/limits';
import { openSession } from '@/server/auth/sessions';
import type { Visitor } from '@/server/auth/visitor';
import { hashOf } from '@/server/crypto/keys';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type SignedIn = Readonly<{ sessionId: string; goTo: string }>;
type Refused = PasswordProblem | Readonly<{ code: 'token.invalid' | 'rate.limited' }>;

/** Sets a new password through a mailed link, signs out every browser of the account, and signs this one in. */
export async function resetPassword(
  visitor: Visitor,
  { token, password }: ResetPasswordInput,
): Promise<Result<SignedIn, Refused>> {
  const user = await openReset(visitor, token);
  if (!user) {
    const wait = await spend('token-address', visitor.ip);
    return wait > 0 ? fail({ code: 'rate.limited' }) : fail({ code: 'token.invalid' });
  }
  const hash = await choosePassword(password, user.email);
  if (!hash.ok) return hash;
  const sessionId = visitor.newId();
  const done = await transaction(visitor, async (tx) => {
    if (!(await useUp(tx, visitor, token))) return fail({ code: 'token.invalid' });
    await tx.user.update({ where: { id: user.id }, data: { passwordHash: hash.value } });
    await tx.passwordReset.deleteMany({ where: { userId: user.id, usedAt: null } });
    const at = visitor.now();
    await tx.userSession.updateMany({
      where: { userId: user.id, revokedAt: null },
      data: { revokedAt: at },
    });
    const { ip, userAgent } = visitor;
    await openSession(tx, { id: sessionId, userId: user.id, at, ip, userAgent });
    await auditEverywhere(tx, visitor, { person: user, action: 'member.password_reset' });
    return ok({ sessionId, goTo: '/' });
  });
  if (done.ok) await forgive('sign-in-account', user.email);
  return done;
}

async function useUp(tx: Tx, visitor: Visitor, token: string): Promise<boolean> {
  const { count } = await tx.passwordReset.updateMany({
    where: { tokenHash: hashOf(token), usedAt: null },
    data: { usedAt: visitor.now() },
  });
  return count === 1;
}
