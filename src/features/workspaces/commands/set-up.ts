import type { PasswordProblem } from '@/domain/account/password';
import type { StaffActor } from '@/domain/permission/actor';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { SetUpInput } from '@/features/workspaces/inputs';
import { insertWorkspace } from '@/features/workspaces/insert-workspace';
import { choosePassword } from '@/server/auth/choose-password';
import { openSession } from '@/server/auth/sessions';
import type { Visitor } from '@/server/auth/visitor';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type SignedIn = Readonly<{ sessionId: string; goTo: string }>;
type Refused =
  | PasswordProblem
  | Readonly<{ code: 'setup.done' | 'name.taken' | 'address.taken' | 'member.exists' }>;

/**
 * The first visit of a new installation: creates the owner, the first workspace and its mailbox, and signs the owner in.
 * Only while there is no workspace at all; of two at the same moment, one is told that it is done.
 */
export async function setUp(visitor: Visitor, input: SetUpInput): Promise<Result<SignedIn, Refused>> {
  const hash = await choosePassword(input.password, input.ownerEmail);
  if (!hash.ok) return hash;
  return transaction(visitor, async (tx) => {
    await onlyOneAtATime(tx);
    if (await tx.workspace.findFirst({ select: { id: true } })) return fail({ code: 'setup.done' });

    const owner = await insertOwner(tx, visitor, { ...input, passwordHash: hash.value });
    if (!owner) return fail({ code: 'member.exists' });
    const { name, slug, locale, timeZone, mailboxAddress } = input;
    const mailbox = { address: mailboxAddress, name };
    const made = await insertWorkspace(tx, visitor, {
      ...{ name, slug, locale, timeZone, mailbox },
      ownerId: owner.id,
      by: owner,
    });
    if (!made.ok) return made;

    const { ip, userAgent } = visitor;
    const sessionId = visitor.newId();
    await openSession(tx, { id: sessionId, userId: owner.id, at: visitor.now(), ip, userAgent });
    return ok({ sessionId, goTo: `/${slug}/admin` });
  });
}

/** A lock that ends with the transaction; the number only has to be the same for everyone who sets up. */
const onlyOneAtATime = (tx: Tx) => tx.$executeRaw`select pg_advisory_xact_lock(7216253201)`;

async function insertOwner(
  tx: Tx,
  visitor: Visitor,
  input: SetUpInput & Readonly<{ passwordHash: string }>,
): Promise<(StaffActor & { id: string }) | null> {
  const { ownerName: name, ownerEmail: email, passwordHash, locale, timeZone } = input;
  if (await tx.user.findUnique({ where: { email }, select: { id: true } })) return null;
  const id = visitor.newId();
  const createdAt = visitor.now();
  await tx.user.create({ data: { id, email, name, passwordHash, locale, timeZone, createdAt } });
  return { kind: 'user', id, name, role: 'owner', scope: 'all', teamIds: [] };
}
