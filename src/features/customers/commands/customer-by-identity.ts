import type { IdentityKind } from '@/domain/customer/identity';
import type { MergeReason } from '@/domain/customer/merge';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { customerByEmail, type FoundCustomer, organizationOf } from './customer-by-email';
import { mergeSure } from './merge-sure';

type Known = Readonly<{ kind: IdentityKind; value: string; label?: string }>;

export type Identified = Known &
  Readonly<{
    /** Only taken for a new customer: what an agent has corrected stays. */
    name: string;
    locale?: string | null;
    /** Other addresses of the same person that the channel itself vouches for. */
    also?: readonly Known[];
    /** Why all of these are surely one person's: records that hold them apart are merged. Nothing typed is ever sure. */
    sure?: Exclude<MergeReason, 'by_hand'>;
  }>;

/**
 * The customer with this address; else the one with another address that the channel vouches for, who then has this one
 * too; else a new one. What is vouched for is kept with them unless somebody else has it: those two are merged if that is sure. Two first messages at once end in
 * one customer: the loser's transaction fails on the unique address and runs again.
 */
export async function customerByIdentity(
  tx: Tx,
  ctx: Context,
  { kind, value, label = '', name, locale = null, also = [], sure }: Identified,
): Promise<FoundCustomer> {
  if (kind === 'email') return customerByEmail(tx, ctx, { email: value, name, locale });
  const wanted = [{ kind, value, label }, ...also];
  const held = await holdersOf(tx, ctx, wanted);
  const found = wanted.map((each) => held.get(keyOf(each))).find((holder) => holder !== undefined);
  const holders = [...new Map([...held.values()].map((each) => [each.id, each])).values()];
  const merged = sure && holders.length > 1 ? await mergeSure(tx, ctx, { holders, reason: sure }) : null;
  const customer =
    merged ?? found ?? (await newCustomer(tx, ctx, { name: name.trim() || label || value, locale, also }));
  const missing = wanted.filter((each) => !held.has(keyOf(each)));
  await addIdentities(tx, ctx, customer.id, missing);
  await keepLabel(tx, ctx, { kind, value, label });
  return customer;
}

const keyOf = ({ kind, value }: Known) => `${kind} ${value}`;

async function holdersOf(
  tx: Tx,
  { workspaceId }: Context,
  wanted: readonly Known[],
): Promise<ReadonlyMap<string, FoundCustomer>> {
  const rows = await tx.customerIdentity.findMany({
    where: { workspaceId, OR: wanted.map(({ kind, value }) => ({ kind, value })) },
    select: {
      kind: true,
      value: true,
      customer: { select: { id: true, displayName: true, locale: true } },
    },
  });
  return new Map(rows.map((row) => [keyOf(row), row.customer]));
}

async function newCustomer(
  tx: Tx,
  ctx: Context,
  { name, locale, also }: Readonly<{ name: string; locale: string | null; also: readonly Known[] }>,
): Promise<FoundCustomer> {
  const customer = { id: ctx.newId(), displayName: name.slice(0, 200), locale };
  const nameOrder = locale === 'hu' ? ('family_first' as const) : ('given_first' as const);
  const mail = also.find(({ kind }) => kind === 'email')?.value;
  const organizationId = mail ? await organizationOf(tx, ctx, mail) : null;
  await tx.customer.createMany({
    data: [{ ...customer, workspaceId: ctx.workspaceId, nameOrder, organizationId }],
  });
  return customer;
}

async function addIdentities(
  tx: Tx,
  ctx: Context,
  ...[customerId, missing]: [string, readonly Known[]]
): Promise<void> {
  const { workspaceId } = ctx;
  for (const { kind, value, label = '' } of missing) {
    const others = await tx.customerIdentity.count({ where: { workspaceId, customerId, kind } });
    const row = { workspaceId, id: ctx.newId(), customerId, kind, value, label, primary: others === 0 };
    await tx.customerIdentity.createMany({ data: [{ ...row, createdAt: ctx.now() }] });
  }
}

/** People change their handles; the id behind it stays. */
async function keepLabel(tx: Tx, { workspaceId }: Context, { kind, value, label }: Required<Known>) {
  if (label === '') return;
  await tx.customerIdentity.updateMany({
    where: { workspaceId, kind, value, label: { not: label } },
    data: { label },
  });
}
