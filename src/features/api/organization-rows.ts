import 'server-only';
import { ok } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { type Listed, pageOf, placeOf } from './paging';

const LIST = 'organizations';

const select = {
  id: true,
  name: true,
  domains: true,
  note: true,
  sharedRequests: true,
  createdAt: true,
} as const;

type OrganizationRow = Readonly<{
  id: string;
  name: string;
  domains: string[];
  note: string;
  sharedRequests: boolean;
  createdAt: Date;
}>;

/** Organizations, the newest first. */
export async function listOrganizationRows(
  { db, workspaceId }: StaffContext,
  { limit, cursor }: Readonly<{ limit: number; cursor?: string | undefined }>,
): Listed<OrganizationRow> {
  const after = placeOf(LIST, cursor);
  if (!after.ok) return after;
  const from = after.value && { at: new Date(after.value.by), id: after.value.id };
  const rows = await db.organization.findMany({
    where: {
      workspaceId,
      ...(from && {
        OR: [{ createdAt: { lt: from.at } }, { createdAt: from.at, id: { lt: from.id } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select,
  });
  return ok(pageOf(LIST, rows, { limit, by: (row) => row.createdAt }));
}

/** One organization, or null. */
export const organizationById = (
  { db, workspaceId }: StaffContext,
  id: string,
): Promise<OrganizationRow | null> =>
  db.organization.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select });
