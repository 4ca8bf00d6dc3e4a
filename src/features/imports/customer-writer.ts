import type { FieldPatch } from '@/domain/field/field';
import type { LineCustomer } from '@/domain/import/line';
import { saveManyFieldValues } from '@/features/fields/commands/field-values';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { Prisma } from '@/server/db/generated/client';
import type { ImportWorld } from './import-world';

type Writing = Readonly<{ customer: LineCustomer; customerId: string; isNew: boolean }>;

/** Writes customers of a file: new ones together, in few statements; others one by one, in the order of the lines. */
export type CustomerWriter = Readonly<{
  write: (writing: Writing) => Promise<void>;
  /** What has not been written yet; call it at the end. */
  flush: () => Promise<void>;
}>;

/** A writer within the caller's transaction. What it writes is found in `known` by the lines that follow. */
export function customerWriter(tx: Tx, ctx: Context, known: ImportWorld): CustomerWriter {
  const { workspaceId } = ctx;
  let customers: Prisma.CustomerCreateManyInput[] = [];
  let identities: Prisma.CustomerIdentityCreateManyInput[] = [];
  let own = new Map<string, FieldPatch>();
  const flush = async () => {
    if (customers.length > 0) await tx.customer.createMany({ data: customers });
    if (identities.length > 0) await tx.customerIdentity.createMany({ data: identities });
    await saveManyFieldValues(tx, { workspaceId, entity: 'customer', patches: own });
    customers = [];
    identities = [];
    own = new Map();
  };
  const write = async ({ customer, customerId, isNew }: Writing) => {
    const given = givenIn(customer, {
      organizationId: await organizationOf(tx, ctx, { customer, known, isNew }),
      tierId: known.tiers.get(customer.tier.toLowerCase()) ?? null,
    });
    const updatedAt = ctx.now();
    if (isNew) customers.push({ ...newFields(customer), ...given, workspaceId, id: customerId, updatedAt });
    else {
      await flush();
      const where = { workspaceId, id: customerId, mergedIntoId: null };
      await tx.customer.updateMany({ where, data: { ...given, updatedAt } });
    }
    if (Object.keys(customer.own).length > 0) {
      own.set(customerId, { ...own.get(customerId), ...customer.own });
    }
    identities.push(...(await newAddresses(tx, ctx, { customer, customerId, isNew, known })));
  };
  return { write, flush };
}

type Addressed = Writing & Readonly<{ known: ImportWorld }>;

/** The addresses of the line that nobody has yet. */
async function newAddresses(
  tx: Tx,
  ctx: Context,
  { customer, customerId, isNew, known }: Addressed,
): Promise<Prisma.CustomerIdentityCreateManyInput[]> {
  const { workspaceId } = ctx;
  const found: Prisma.CustomerIdentityCreateManyInput[] = [];
  for (const kind of ['email', 'phone'] as const) {
    const value = customer[kind];
    if (!value || known.holders.has(`${kind} ${value}`)) continue;
    const has = isNew
      ? 0
      : await tx.customerIdentity.count({ where: { workspaceId, customerId, kind, primary: true } });
    found.push({ workspaceId, id: ctx.newId(), customerId, kind, value, primary: has === 0 });
  }
  return found;
}

const newFields = ({ name, email, phone, externalId, language }: LineCustomer) => ({
  displayName: name || email || phone || externalId,
  nameOrder: language === 'hu' ? ('family_first' as const) : ('given_first' as const),
});

type Pointed = Readonly<{ organizationId: string | null; tierId: string | null }>;

/** What the line says; what is empty in the file says nothing of what we know. */
function givenIn(customer: LineCustomer, { organizationId, tierId }: Pointed) {
  const { name, givenName, familyName, language, timeZone, note, externalId } = customer;
  const all = {
    displayName: name,
    givenName,
    familyName,
    locale: language,
    timeZone,
    note,
    externalId,
    organizationId,
    tierId,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as Partial<{
    [Field in keyof typeof all]: string;
  }>;
}

type Named = Readonly<{ customer: LineCustomer; known: ImportWorld; isNew: boolean }>;

/** The organization that the line names, which is made when it is new; else, for new customers, the one of their domain. */
async function organizationOf(
  tx: Tx,
  ctx: Context,
  { customer, known, isNew }: Named,
): Promise<string | null> {
  const { organization: name, email } = customer;
  if (!name) return (isNew && known.domains.get(email.slice(email.lastIndexOf('@') + 1))) || null;
  const found = known.organizations.get(name.toLowerCase());
  if (found) return found;
  const { workspaceId } = ctx;
  const same = await tx.organization.findFirst({
    where: { workspaceId, name: { equals: name, mode: 'insensitive' } },
    select: { id: true },
  });
  const id = same?.id ?? ctx.newId();
  if (!same) await tx.organization.createMany({ data: [{ workspaceId, id, name, domains: [] }] });
  known.organizations.set(name.toLowerCase(), id);
  return id;
}
