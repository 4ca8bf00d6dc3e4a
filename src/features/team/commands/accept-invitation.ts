import type { PasswordProblem } from '@/domain/account/password';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { AcceptInvitationInput } from '@/features/team/inputs';
import { acceptAs, openInvitation } from '@/features/team/invitation-store';
import { choosePassword } from '@/server/auth/choose-password';
import { spend } from '@/server/auth/limits';
import { openSession } from '@/server/auth/sessions';
import type { Visitor } from '@/server/auth/visitor';
import { transaction } from '@/server/db/transaction';

type SignedIn = Readonly<{ sessionId: string; goTo: string }>;
type Refused = PasswordProblem | Readonly<{ code: 'token.invalid' | 'rate.limited' | 'member.exists' }>;

/**
 * Accepts an invitation as somebody new: makes the account with its name and password, the membership, and signs in.
 * Who has an account already signs in and uses `joinWorkspace`.
 */
export async function acceptInvitation(
  visitor: Visitor,
  { token, name, password }: AcceptInvitationInput,
): Promise<Result<SignedIn, Refused>> {
  const found = await openInvitation(visitor.db, token, visitor.now());
  if (!found) return refuseToken(visitor);
  const hash = await choosePassword(password, found.email);
  if (!hash.ok) return hash;

  return transaction(visitor, async (tx) => {
    const invitation = await openInvitation(tx, token, visitor.now());
    if (!invitation) return fail({ code: 'token.invalid' });
    const { email, locale, workspace } = invitation;
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
      return fail({ code: 'member.exists' });
    }
    const at = visitor.now();
    const person = { id: visitor.newId(), name };
    const { timeZone } = workspace;
    await tx.user.create({
      data: { ...person, email, passwordHash: hash.value, locale, timeZone, createdAt: at },
    });
    if (!(await acceptAs(tx, visitor, { invitation, person }))) return fail({ code: 'token.invalid' });

    const { ip, userAgent } = visitor;
    const sessionId = visitor.newId();
    await openSession(tx, { id: sessionId, userId: person.id, at, ip, userAgent });
    return ok({ sessionId, goTo: `/${workspace.slug}/desk` });
  });
}

async function refuseToken({ ip }: Visitor) {
  const wait = await spend('token-address', ip);
  return wait > 0 ? fail({ code: 'rate.limited' }) : fail({ code: 'token.invalid' });
}
