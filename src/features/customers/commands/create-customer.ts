import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { CreateCustomerInput } from '@/features/customers/inputs';
import { saveFieldValues } from '@/features/fields/commands/field-values';
import { readFieldPatch, type WrongFields } from '@/features/fields/commands/read-field-patch';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { organizationOf } from './customer-by-email';
import { organizationNamed, present, wrongIn } from './update-customer';

type Refused =
  | Readonly<{ code: 'forbidden' | 'not_found' | 'address.taken' | 'customer.external_id_taken' }>
  | WrongFields;
type Identities = CreateCustomerInput['identities'];

/** A new customer with their addresses. Fails when another customer, or a mailbox of ours, has one of them. */
export async function createCustomer(
  ctx: StaffContext,
  { identities, organization, own, ...fields }: CreateCustomerInput,
): Promise<Result<Readonly<{ customerId: string }>, Refused>> {
  if (!may(ctx.actor, 'customer.write')) return fail({ code: 'forbidden' });
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    if (await areTaken(tx, ctx, identities)) return fail({ code: 'address.taken' });
    const wrong = await wrongIn(tx, ctx, { ...fields, customerId: null });
    if (wrong) return fail({ code: wrong });
    const read = await readFieldPatch(tx, ctx, { entity: 'customer', ownerId: null, given: own });
    if (!read.ok) return read;
    const customerId = ctx.newId();
    const mail = identities.find(({ kind }) => kind === 'email')?.value;
    const named = await organizationNamed(tx, ctx, organization);
    const organizationId = named ?? (mail ? await organizationOf(tx, ctx, mail) : null);
    const at = ctx.now();
    await tx.customer.createMany({
      data: [
        { ...present(fields), workspaceId, id: customerId, organizationId, createdAt: at, updatedAt: at },
      ],
    });
    await tx.customerIdentity.createMany({
      data: identities.map((identity) => ({
        ...identity,
        workspaceId,
        id: ctx.newId(),
        customerId,
        createdAt: at,
      })),
    });
    const { patch } = read.value;
    await saveFieldValues(tx, { workspaceId, entity: 'customer', ownerId: customerId, patch });
    return ok({ customerId });
  });
}

async function areTaken(tx: Tx, ctx: StaffContext, identities: Identities): Promise<boolean> {
  const { workspaceId } = ctx;
  const addresses = identities.filter(({ kind }) => kind === 'email').map(({ value }) => value);
  const [known, ours] = await Promise.all([
    tx.customerIdentity.count({ where: { workspaceId, OR: [...identities] } }),
    tx.channelAccount.count({ where: { workspaceId, address: { in: addresses } } }),
  ]);
  return known + ours > 0;
}
