import 'server-only';
import type { StaffContext } from '@/server/context';

const MOST = 500;
const select = {
  id: true,
  name: true,
  conditions: true,
  columns: true,
  sort: true,
  createdAt: true,
  updatedAt: true,
} as const;

/** All segments by name: there are few of them. */
export const segmentRows = ({ db, workspaceId }: StaffContext) =>
  db.customerSegment.findMany({ where: { workspaceId }, orderBy: { name: 'asc' }, take: MOST, select });

/** One segment, or null. */
export const segmentById = ({ db, workspaceId }: StaffContext, id: string) =>
  db.customerSegment.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select });
