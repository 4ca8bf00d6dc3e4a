import { fail, ok, type Result } from '@/domain/shared/result';
import type { Context } from '@/server/context';
import { hashOf, newSecret } from '@/server/crypto/keys';
import type { Tx } from '@/server/db/client';
import { env } from '@/server/env';

/** A reset link works for one hour. */
const RESET_MILLISECONDS = 60 * 60 * 1000;

type World = Pick<Context, 'now' | 'newId'>;
export type ResetLink = Readonly<{
  userId: string;
  name: string;
  email: string;
  locale: string;
  /** The address to open; it works once. */
  link: string;
}>;

/**
 * Makes a one-time link with which the owner of this address sets a new password. Fails for unknown and disabled
 * accounts. For the reset mail, and for the command line where no mail can be sent.
 */
export async function issueReset(
  tx: Tx,
  world: World,
  email: string,
): Promise<Result<ResetLink, Readonly<{ code: 'not_found' }>>> {
  const user = await tx.user.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true, name: true, email: true, locale: true, disabledAt: true },
  });
  if (!user || user.disabledAt) return fail({ code: 'not_found' });
  const token = newSecret();
  const at = world.now();
  await tx.passwordReset.create({
    data: {
      id: world.newId(),
      userId: user.id,
      tokenHash: hashOf(token),
      createdAt: at,
      expiresAt: new Date(at.getTime() + RESET_MILLISECONDS),
    },
  });
  const { id: userId, name, locale } = user;
  return ok({ userId, name, email: user.email, locale, link: `${env().PUBLIC_URL}/reset/${token}` });
}
