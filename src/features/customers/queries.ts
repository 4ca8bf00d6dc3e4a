import 'server-only';
import type { StaffContext } from '@/server/context';

const CONSENTS = 50;
const SAID = 20;

export type CustomerProfile = NonNullable<Awaited<ReturnType<typeof getCustomer>>>;

/** What we know of a customer, with all addresses; null when this workspace has none of this id. */
export async function getCustomer(ctx: StaffContext, id: string) {
  const { workspaceId } = ctx;
  return ctx.db.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      id: true,
      displayName: true,
      givenName: true,
      familyName: true,
      nameOrder: true,
      locale: true,
      timeZone: true,
      note: true,
      createdAt: true,
      externalId: true,
      mergedIntoId: true,
      tierId: true,
      tier: { select: { names: true, colour: true } },
      blockedAt: true,
      blockedReason: true,
      erasedAt: true,
      mailChoice: { select: { acknowledgements: true, updates: true, updatedAt: true } },
      organization: { select: { id: true, name: true } },
      consents: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: CONSENTS,
        select: { id: true, kind: true, given: true, source: true, note: true, at: true, byName: true },
      },
      saidNumbers: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: SAID,
        select: { id: true, number: true, createdAt: true },
      },
      identities: {
        orderBy: [{ kind: 'asc' }, { primary: 'desc' }, { createdAt: 'asc' }],
        select: { id: true, kind: true, value: true, label: true, primary: true, bouncedAt: true },
      },
    },
  });
}

/** How far what was written with a deleted customer is erased. */
export type Erasure = NonNullable<Awaited<ReturnType<typeof erasureOf>>>;

/** How far what was written with a deleted customer is erased; null where it stays. */
export function erasureOf({ db, workspaceId }: StaffContext, customerId: string) {
  return db.wordErasure.findUnique({
    where: { workspaceId_customerId: { workspaceId, customerId } },
    select: { done: true, tickets: true, messages: true, files: true, finishedAt: true },
  });
}

const CHOICES = 200;

/** The names of the workspace's organizations, for suggestions. */
export async function listOrganizationNames({ db, workspaceId }: StaffContext): Promise<string[]> {
  const rows = await db.organization.findMany({
    where: { workspaceId },
    orderBy: { name: 'asc' },
    take: CHOICES,
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}

/** The merge by which this customer was merged away and which was not taken back; null for none. */
export async function latestMergeOf(
  { db, workspaceId }: StaffContext,
  sourceId: string,
): Promise<string | null> {
  const merge = await db.customerMerge.findFirst({
    where: { workspaceId, sourceId, undoneAt: null },
    orderBy: { at: 'desc' },
    select: { id: true },
  });
  return merge?.id ?? null;
}
