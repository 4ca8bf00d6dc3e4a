import { fail, ok, type Result } from '@/domain/shared/result';
import type { Db } from '@/server/db/client';
import { forgive, giveBack, spend } from './limits';
import { passwordMatches } from './passwords';

export type Credentials = Readonly<{ email: string; password: string }>;

export type SignInRefused =
  | Readonly<{ code: 'sign_in.failed' }>
  | Readonly<{ code: 'sign_in.too_often'; waitSeconds: number }>;

/**
 * Whose e-mail address and password these are. Unknown accounts, accounts without a password and wrong passwords fail
 * alike, in the same time. Tries are counted before the password is looked at, so that parallel guesses count as well.
 */
export async function authenticate(
  { db, ip }: Readonly<{ db: Db; ip: string }>,
  { email, password }: Credentials,
): Promise<Result<Readonly<{ userId: string }>, SignInRefused>> {
  const address = email.trim().toLowerCase();
  const waitSeconds = Math.max(await spend('sign-in-account', address), await spend('sign-in-address', ip));
  if (waitSeconds > 0) return fail({ code: 'sign_in.too_often', waitSeconds });

  const user = await db.user.findUnique({
    where: { email: address },
    select: { id: true, passwordHash: true, disabledAt: true },
  });
  const matches = await passwordMatches(password, user?.passwordHash);
  if (!user || !matches || user.disabledAt) return fail({ code: 'sign_in.failed' });

  await Promise.all([forgive('sign-in-account', address), giveBack('sign-in-address', ip)]);
  return ok({ userId: user.id });
}
