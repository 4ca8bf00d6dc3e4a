import { fail, ok, type Result } from '@/domain/shared/result';
import type { JoinWorkspaceInput } from '@/features/team/inputs';
import { acceptAs, openInvitation } from '@/features/team/invitation-store';
import type { SignedInUser } from '@/server/auth/require-user';
import { transaction } from '@/server/db/transaction';

type Joined = Readonly<{ goTo: string }>;

/** Accepts an invitation with the account that is signed in; it must be the one that was invited. */
export function joinWorkspace(
  user: Pick<SignedInUser, 'db' | 'now' | 'newId' | 'ip' | 'id' | 'name' | 'email'>,
  { token }: JoinWorkspaceInput,
): Promise<Result<Joined, Readonly<{ code: 'token.invalid' }>>> {
  return transaction(user, async (tx) => {
    const invitation = await openInvitation(tx, token, user.now());
    if (!invitation || invitation.email !== user.email) return fail({ code: 'token.invalid' });
    const person = { id: user.id, name: user.name };
    if (!(await acceptAs(tx, user, { invitation, person }))) return fail({ code: 'token.invalid' });
    return ok({ goTo: `/${invitation.workspace.slug}/desk` });
  });
}
