import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { UpdateCustomerInput } from '@/features/customers/inputs';
import { saveFieldValues } from '@/features/fields/commands/field-values';
import { readFieldPatch, type WrongFields } from '@/features/fields/commands/read-field-patch';
import { reindexCustomer } from '@/features/search/commands/reindex-customer-job';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';

type Refused = Readonly<{ code: 'not_found' | 'customer.external_id_taken' }> | WrongFields;

/** Sets what we know of a customer: names and their order, language, time zone, note, organization by its name, own fields. */
export function updateCustomer(
  ctx: StaffContext,
  { customerId, organization, own, ...fields }: UpdateCustomerInput,
): Promise<Result<Readonly<{ customerId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const customer = await tx.customer.findFirst({
      where: { workspaceId, id: customerId, mergedIntoId: null, erasedAt: null },
      select: { displayName: true },
    });
    if (!customer || !may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    const wrong = await wrongIn(tx, ctx, { ...fields, customerId });
    if (wrong) return fail({ code: wrong });
    const read = await readFieldPatch(tx, ctx, { entity: 'customer', ownerId: customerId, given: own });
    if (!read.ok) return read;
    const organizationId = await organizationNamed(tx, ctx, organization);
    await tx.customer.updateMany({
      where: { workspaceId, id: customerId },
      data: { ...present(fields), organizationId, updatedAt: ctx.now() },
    });
    const { patch } = read.value;
    await saveFieldValues(tx, { workspaceId, entity: 'customer', ownerId: customerId, patch });
    if (fields.displayName !== customer.displayName) {
      await enqueue(tx, reindexCustomer, { workspaceId, customerId });
    }
    return ok({ customerId });
  });
}

type Pointing = Readonly<{
  tierId?: string | null | undefined;
  externalId?: string | null | undefined;
  customerId: string | null;
}>;

/** What is wrong with the tier or the id of another system that a customer is to have; null when nothing is. */
export async function wrongIn(
  tx: Tx,
  ctx: StaffContext,
  { tierId, externalId, customerId }: Pointing,
): Promise<'not_found' | 'customer.external_id_taken' | null> {
  if (tierId && !(await isTier(tx, ctx, tierId))) return 'not_found';
  if (externalId && (await isKnown(tx, ctx, { externalId, customerId }))) return 'customer.external_id_taken';
  return null;
}

async function isTier(tx: Tx, { workspaceId }: StaffContext, id: string): Promise<boolean> {
  return (await tx.loyaltyTier.count({ where: { workspaceId, id } })) > 0;
}

type External = Readonly<{ externalId: string; customerId: string | null }>;

/** True when another customer has this id of the other system already. */
async function isKnown(tx: Tx, { workspaceId }: StaffContext, { externalId, customerId }: External) {
  const other = customerId ? { id: { not: customerId } } : {};
  return (await tx.customer.count({ where: { workspaceId, externalId, ...other } })) > 0;
}

/** The fields that are given: an absent one says nothing. */
export const present = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>;
  };

/** The id of the organization of this name, which is made when there is none; null for an empty name. */
export async function organizationNamed(tx: Tx, ctx: StaffContext, name: string): Promise<string | null> {
  if (name === '') return null;
  const { workspaceId } = ctx;
  const found = await tx.organization.findFirst({
    where: { workspaceId, name: { equals: name, mode: 'insensitive' } },
    select: { id: true },
  });
  if (found) return found.id;
  const id = ctx.newId();
  await tx.organization.createMany({ data: [{ workspaceId, id, name, domains: [], createdAt: ctx.now() }] });
  return id;
}
