import type { PasswordProblem } from '@/domain/account/password';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { type CreateUserInput, createUserInput } from '@/features/team/inputs';
import { putInTeams } from '@/features/team/people-lock';
import { choosePassword } from '@/server/auth/choose-password';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Created = Readonly<{ userId: string }>;
type Refused = PasswordProblem | Readonly<{ code: 'input.invalid' | 'member.exists' }>;

/**
 * Makes somebody a member without an invitation, for the command line and the seed. An account that exists already under
 * this address keeps its name and its password.
 */
export async function createUser(
  ctx: SystemContext,
  raw: CreateUserInput,
): Promise<Result<Created, Refused>> {
  const read = createUserInput.safeParse(raw);
  if (!read.success) return fail({ code: 'input.invalid' });
  const { role, scope, teamIds, password, ...person } = read.data;
  const hash = password === null ? ok(null) : await choosePassword(password, person.email);
  if (!hash.ok) return hash;

  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const userId = await findOrCreate(tx, ctx, { ...person, passwordHash: hash.value });
    const key = { workspaceId, userId };
    if (await tx.membership.findUnique({ where: { workspaceId_userId: key } })) {
      return fail({ code: 'member.exists' });
    }
    await tx.membership.create({ data: { ...key, role, scope, createdAt: ctx.now() } });
    await putInTeams(tx, ctx, { userId, teamIds });
    await recordAudit(tx, ctx, { action: 'member.created', target: person.email, data: { role } });
    return ok({ userId });
  });
}

type NewPerson = Readonly<{ email: string; name: string; locale: string; passwordHash: string | null }>;

async function findOrCreate(tx: Tx, ctx: SystemContext, person: NewPerson): Promise<string> {
  const found = await tx.user.findUnique({ where: { email: person.email }, select: { id: true } });
  if (found) return found.id;
  const id = ctx.newId();
  await tx.user.create({ data: { id, ...person, createdAt: ctx.now() } });
  return id;
}
