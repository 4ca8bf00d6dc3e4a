import type { IdentityKind } from '@/domain/customer/identity';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { AddIdentityInput } from '@/features/customers/inputs';
import type { Context, StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Added = Readonly<{ identityId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'address.taken' }>;

/**
 * Gives a customer one more address. Fails with `address.taken` when another customer, or a mailbox of ours, has it.
 * Adding what the customer has already changes nothing.
 */
export function addIdentity(ctx: StaffContext, input: AddIdentityInput): Promise<Result<Added, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    return keepIdentity(tx, ctx, { ...input, preferred: false });
  });
}

type Keeping = AddIdentityInput & Readonly<{ preferred: boolean }>;

/** The same within another command's transaction; `preferred` makes it the address that we write to. */
export async function keepIdentity(
  tx: Tx,
  ctx: Context,
  { customerId, kind, value, preferred }: Keeping,
): Promise<Result<Added, Refused>> {
  const { workspaceId } = ctx;
  const address = kind === 'email' ? value.toLowerCase() : value;
  const customer = await tx.customer.findFirst({
    where: { workspaceId, id: customerId, erasedAt: null },
    select: { id: true },
  });
  if (!customer) return fail({ code: 'not_found' });
  const had = await tx.customerIdentity.findFirst({
    where: { workspaceId, kind, value: address },
    select: { id: true, customerId: true },
  });
  if (had && had.customerId !== customerId) return fail({ code: 'address.taken' });
  if (kind === 'email' && (await isOurs(tx, ctx, address))) return fail({ code: 'address.taken' });

  const others = await tx.customerIdentity.count({ where: { workspaceId, customerId, kind } });
  const identityId = had?.id ?? ctx.newId();
  if (!had) {
    const primary = others === 0;
    await tx.customerIdentity.createMany({
      data: [
        { workspaceId, id: identityId, customerId, kind, value: address, primary, createdAt: ctx.now() },
      ],
    });
  }
  // What the customer had only said before is known now.
  if (kind === 'phone')
    await tx.customerSaidNumber.deleteMany({ where: { workspaceId, customerId, number: address } });
  if (preferred) await makePrimary(tx, ctx, { customerId, kind, identityId });
  return ok({ identityId });
}

async function isOurs(tx: Tx, ctx: Context, address: string): Promise<boolean> {
  const { workspaceId } = ctx;
  const mailbox = await tx.channelAccount.findFirst({
    where: { workspaceId, address },
    select: { id: true },
  });
  return mailbox !== null;
}

type Chosen = Readonly<{
  customerId: string;
  kind: IdentityKind;
  identityId: string;
}>;

/** Of all addresses of one kind, exactly this one is the one that we write to. */
export async function makePrimary(tx: Tx, ctx: Context, { customerId, kind, identityId }: Chosen) {
  const { workspaceId } = ctx;
  await tx.customerIdentity.updateMany({
    where: { workspaceId, customerId, kind, id: { not: identityId } },
    data: { primary: false },
  });
  await tx.customerIdentity.updateMany({ where: { workspaceId, id: identityId }, data: { primary: true } });
}
