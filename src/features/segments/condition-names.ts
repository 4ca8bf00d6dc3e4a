import 'server-only';
import type { SegmentCondition } from '@/domain/condition/segment';
import type { StaffContext } from '@/server/context';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The names of the organizations that a condition points at, by id. */
export async function conditionNames(
  { db, workspaceId }: StaffContext,
  condition: SegmentCondition | null,
): Promise<Readonly<Record<string, string>>> {
  const ids = condition ? idsIn(condition) : [];
  if (ids.length === 0) return {};
  const rows = await db.organization.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

function idsIn(condition: SegmentCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(idsIn);
  if ('any' in condition) return condition.any.flatMap(idsIn);
  if ('not' in condition) return idsIn(condition.not);
  if (condition.field !== 'organizationId') return [];
  return (condition.values ?? []).filter((value) => UUID.test(value));
}
