import type { LineCustomer } from '@/domain/import/line';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** What the database knows of the people of some lines, asked in few statements for many lines. */
export type ImportWorld = Readonly<{
  /** The customer by `email x`, `phone x`, `id x` or, for our own id, `own x`. */
  holders: Map<string, string>;
  organizations: Map<string, string>;
  /** Organizations by mail domain. */
  domains: ReadonlyMap<string, string>;
  tiers: ReadonlyMap<string, string>;
}>;

export const keysOf = ({ customerId, externalId, email, phone }: LineCustomer): string[] => [
  ...(customerId ? [`own ${customerId}`] : []),
  ...(externalId ? [`id ${externalId}`] : []),
  ...(email ? [`email ${email}`] : []),
  ...(phone ? [`phone ${phone}`] : []),
];

/** Loads it for these people. */
export async function importWorld(
  tx: Tx,
  { workspaceId }: Context,
  people: readonly LineCustomer[],
): Promise<ImportWorld> {
  const values = (kind: 'email' | 'phone') => people.map((each) => each[kind]).filter(Boolean);
  const [identities, customers, ours, organizations, housed, tiers] = await Promise.all([
    tx.customerIdentity.findMany({
      where: {
        workspaceId,
        OR: [
          { kind: 'email', value: { in: values('email') } },
          { kind: 'phone', value: { in: values('phone') } },
        ],
      },
      select: { kind: true, value: true, customerId: true },
    }),
    tx.customer.findMany({
      where: { workspaceId, externalId: { in: people.map(({ externalId }) => externalId).filter(Boolean) } },
      select: { id: true, externalId: true },
    }),
    tx.customer.findMany({
      where: { workspaceId, id: { in: people.map(({ customerId }) => customerId).filter(Boolean) } },
      select: { id: true, mergedIntoId: true },
    }),
    tx.organization.findMany({
      where: { workspaceId, name: { in: people.map(({ organization }) => organization).filter(Boolean) } },
      select: { id: true, name: true },
    }),
    tx.organization.findMany({
      where: {
        workspaceId,
        domains: { hasSome: values('email').map((email) => email.slice(email.lastIndexOf('@') + 1)) },
      },
      select: { id: true, domains: true },
    }),
    tx.loyaltyTier.findMany({ where: { workspaceId }, select: { id: true, names: true } }),
  ]);
  return {
    holders: new Map([
      ...identities.map(({ kind, value, customerId }) => [`${kind} ${value}`, customerId] as const),
      ...customers.map(({ id, externalId }) => [`id ${externalId}`, id] as const),
      ...ours.map(({ id, mergedIntoId }) => [`own ${id}`, mergedIntoId ?? id] as const),
    ]),
    organizations: new Map(organizations.map(({ id, name }) => [name.toLowerCase(), id])),
    domains: new Map(housed.flatMap(({ id, domains }) => domains.map((domain) => [domain, id] as const))),
    tiers: new Map(
      tiers.flatMap(({ id, names }) =>
        Object.values(names as Record<string, string>).map((name) => [name.toLowerCase(), id] as const),
      ),
    ),
  };
}
