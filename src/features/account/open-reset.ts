import type { Visitor } from '@/server/auth/visitor';
import { hashOf } from '@/server/crypto/keys';

/** The account of a reset link that still works; null when it is used, run out, or never was. */
export async function openReset(visitor: Pick<Visitor, 'db' | 'now'>, token: string) {
  const reset = await visitor.db.passwordReset.findUnique({
    where: { tokenHash: hashOf(token) },
    select: {
      usedAt: true,
      expiresAt: true,
      user: { select: { id: true, name: true, email: true, disabledAt: true } },
    },
  });
  if (!reset || reset.usedAt || reset.expiresAt <= visitor.now() || reset.user.disabledAt) return null;
  return reset.user;
}
