import 'server-only';
import { may } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';

/** What would come together in a merge, for the person who decides. */
export type MergePreview = Readonly<{
  source: MergeSide;
  target: MergeSide;
  /** The organization whose members may see one another's requests, if the survivor belongs to one. */
  sharing: string | null;
}>;

export type MergeSide = Readonly<{
  id: string;
  name: string;
  addresses: readonly string[];
  /** All tickets, and those of them that the reader may not see. */
  tickets: number;
  hidden: number;
}>;

/** Both sides of a merge that somebody thinks of; null when one of them is not (or no longer) here. */
export async function mergePreview(
  ctx: StaffContext,
  { sourceId, targetId }: Readonly<{ sourceId: string; targetId: string }>,
): Promise<MergePreview | null> {
  if (!may(ctx.actor, 'customer.merge')) return null;
  const rows = await ctx.db.$queryRaw<(MergeSide & { organization: string | null })[]>`
    select c.id, c."displayName" as name,
      array(select i.value from "CustomerIdentity" i where i."workspaceId" = c."workspaceId" and i."customerId" = c.id
        and i.kind <> 'chat' order by i.kind, i.value) as addresses,
      (select count(*) from "Ticket" t where t."workspaceId" = c."workspaceId" and t."requesterId" = c.id)::int as tickets,
      (select count(*) from "Ticket" t where t."workspaceId" = c."workspaceId" and t."requesterId" = c.id
        and (${readableBy(ctx.actor)}) is not true)::int as hidden,
      (select o.name from "Organization" o where o."workspaceId" = c."workspaceId" and o.id = c."organizationId"
        and o."sharedRequests") as organization
    from "Customer" c
    where c."workspaceId" = ${ctx.workspaceId}::uuid and c.id in (${sourceId}::uuid, ${targetId}::uuid)
      and c."mergedIntoId" is null`;
  const [source, target] = [sourceId, targetId].map((id) => rows.find((row) => row.id === id));
  if (!source || !target || sourceId === targetId) return null;
  const sharing = target.organization ?? source.organization;
  return { source: sideOf(source), target: sideOf(target), sharing };
}

const sideOf = ({ id, name, addresses, tickets, hidden }: MergeSide): MergeSide => ({
  id,
  name,
  addresses,
  tickets,
  hidden,
});

export type MergeRow = Readonly<{
  id: string;
  sourceId: string;
  name: string;
  reason: string;
  byName: string;
  at: Date;
}>;

const SHOWN = 20;

/** The merges that brought something to this customer and were not taken back, the newest first. */
export async function listMerges({ db, workspaceId }: StaffContext, customerId: string): Promise<MergeRow[]> {
  const rows = await db.customerMerge.findMany({
    where: { workspaceId, targetId: customerId, undoneAt: null },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: {
      id: true,
      sourceId: true,
      reason: true,
      byName: true,
      at: true,
      source: { select: { displayName: true } },
    },
  });
  return rows.map(({ source, ...row }) => ({ ...row, name: source.displayName }));
}

const MOST_STEPS = 50;

/** The customer who has what this one had, through all merges; the id itself when it was not merged. Null: none here. */
export async function survivingCustomer(
  ctx: Pick<StaffContext, 'db' | 'workspaceId'>,
  id: string,
): Promise<string | null> {
  const [row] = await ctx.db.$queryRaw<{ id: string }[]>`
    with recursive chain as (
      select c.id, c."mergedIntoId", 0 as step from "Customer" c
      where c."workspaceId" = ${ctx.workspaceId}::uuid and c.id = ${id}::uuid
      union all
      select c.id, c."mergedIntoId", chain.step + 1 from chain
      join "Customer" c on c."workspaceId" = ${ctx.workspaceId}::uuid and c.id = chain."mergedIntoId"
      where chain.step < ${MOST_STEPS})
    select id from chain where "mergedIntoId" is null`;
  return row?.id ?? null;
}
