import 'server-only';
import { ok } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { type Sql, sql } from '@/server/db/sql';
import { ownFieldsOf } from './own-fields';
import { type Listed, pageOf, placeOf } from './paging';

const LIST = 'organizations';

type OrganizationRow = Readonly<{
  id: string;
  name: string;
  domains: string[];
  note: string;
  sharedRequests: boolean;
  fields: object;
  createdAt: Date;
}>;

/** Organizations, the newest first. */
export async function listOrganizationRows(
  ctx: StaffContext,
  { limit, cursor }: Readonly<{ limit: number; cursor?: string | undefined }>,
): Listed<OrganizationRow> {
  const after = placeOf(LIST, cursor);
  if (!after.ok) return after;
  const from = after.value
    ? sql`(o."createdAt", o.id) < (${new Date(after.value.by)}, ${after.value.id}::uuid)`
    : sql`true`;
  const rows = await organizationRows(ctx, { which: from, limit: limit + 1 });
  return ok(pageOf(LIST, rows, { limit, by: (row) => row.createdAt }));
}

type Which = Readonly<{ which: Sql; limit: number }>;

const organizationRows = (
  { db, workspaceId }: StaffContext,
  { which, limit }: Which,
): Promise<OrganizationRow[]> => db.$queryRaw<OrganizationRow[]>`
  select o.id, o.name, o.domains, o.note, o."sharedRequests",
    ${ownFieldsOf('organization', sql`o."workspaceId"`, sql`o.id`)} as fields, o."createdAt"
  from "Organization" o where o."workspaceId" = ${workspaceId}::uuid and ${which}
  order by o."createdAt" desc, o.id desc limit ${limit}`;

/** One organization, or null. */
export async function organizationById(ctx: StaffContext, id: string): Promise<OrganizationRow | null> {
  const [row] = await organizationRows(ctx, { which: sql`o.id = ${id}::uuid`, limit: 1 });
  return row ?? null;
}
