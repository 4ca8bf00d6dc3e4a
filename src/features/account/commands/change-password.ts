import type { PasswordProblem } from '@/domain/account/password';
import { fail, ok, type Result } from '@/domain/shared/result';
import { auditEverywhere } from '@/features/account/audit-everywhere';
import type { ChangePasswordInput } from '@/features/account/inputs';
import { choosePassword } from '@/server/auth/choose-password';
import { forgive, spend } from '@/server/auth/limits';
import { passwordMatches } from '@/server/auth/passwords';
import type { SignedInUser } from '@/server/auth/require-user';
import { transaction } from '@/server/db/transaction';

type Refused = PasswordProblem | Readonly<{ code: 'password.wrong' | 'sign_in.too_often' }>;

/** Changes one's own password, the present one being asked for, and signs out all other browsers. */
export async function changePassword(
  user: SignedInUser,
  { current, password }: ChangePasswordInput,
): Promise<Result<null, Refused>> {
  if ((await spend('sign-in-account', user.email)) > 0) return fail({ code: 'sign_in.too_often' });
  const { passwordHash } = await user.db.user.findUniqueOrThrow({
    where: { id: user.id },
    select: { passwordHash: true },
  });
  if (!(await passwordMatches(current, passwordHash))) return fail({ code: 'password.wrong' });
  await forgive('sign-in-account', user.email);
  const hash = await choosePassword(password, user.email);
  if (!hash.ok) return hash;

  return transaction(user, async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { passwordHash: hash.value } });
    await tx.passwordReset.deleteMany({ where: { userId: user.id, usedAt: null } });
    await tx.userSession.updateMany({
      where: { userId: user.id, id: { not: user.sessionId }, revokedAt: null },
      data: { revokedAt: user.now() },
    });
    await auditEverywhere(tx, user, { person: user, action: 'member.password_changed' });
    return ok(null);
  });
}
