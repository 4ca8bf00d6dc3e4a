import 'server-only';
import { ok } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { type Listed, pageOf, placeOf } from './paging';

const select = {
  id: true,
  kind: true,
  given: true,
  source: true,
  note: true,
  at: true,
  byName: true,
  byCustomer: true,
} as const;

type ConsentRow = Readonly<{
  id: string;
  kind: string;
  given: boolean;
  source: string;
  note: string;
  at: Date;
  by: string;
  byCustomer: boolean;
}>;

type Asked = Readonly<{ customerId: string; limit: number; cursor?: string | undefined }>;

/** What a customer agreed to and took back, the newest line first. */
export async function listConsents(
  { db, workspaceId }: StaffContext,
  { customerId, limit, cursor }: Asked,
): Listed<ConsentRow> {
  const list = `consents ${customerId}`;
  const after = placeOf(list, cursor);
  if (!after.ok) return after;
  const at = after.value && new Date(after.value.by);
  const rows = await db.customerConsent.findMany({
    where: {
      workspaceId,
      customerId,
      ...(after.value && at && { OR: [{ at: { lt: at } }, { at, id: { lt: after.value.id } }] }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select,
  });
  const lines = rows.map(({ byName, ...row }) => ({ ...row, by: byName }));
  return ok(pageOf(list, lines, { limit, by: (row) => row.at }));
}

/** One line, or null. */
export async function consentById({ db, workspaceId }: StaffContext, id: string): Promise<ConsentRow | null> {
  const row = await db.customerConsent.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select });
  if (!row) return null;
  const { byName, ...line } = row;
  return { ...line, by: byName };
}
