import type { ViewCondition } from '@/domain/condition/view-fields';
import { may } from '@/domain/permission/can';
import {
  maySeeView,
  type ViewColumn,
  type ViewDensity,
  type ViewGroup,
  type ViewLook,
  type ViewOwnership,
  type ViewSort,
} from '@/domain/view/saved-view';
import type { Context, StaffContext } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import type { Prisma } from '@/server/db/generated/client';

export const viewSelection = {
  id: true,
  name: true,
  audience: true,
  ownerId: true,
  teamId: true,
  conditions: true,
  columns: true,
  sort: true,
  groupBy: true,
  density: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const;

export type StoredView = ViewLook &
  ViewOwnership &
  Readonly<{
    id: string;
    name: string;
    conditions: ViewCondition;
    version: number;
    createdAt: Date;
    updatedAt: Date;
  }>;

type LookRow = Readonly<{
  columns: readonly string[];
  sort: string;
  groupBy: string | null;
  density: string | null;
}>;

/** How a view is shown, as it is stored. It was checked when it was saved. */
export const lookOf = ({ columns, sort, groupBy, density }: LookRow): ViewLook => ({
  columns: columns as readonly ViewColumn[],
  sort: sort as ViewSort,
  groupBy: groupBy as ViewGroup | null,
  density: density as ViewDensity | null,
});

type Row = LookRow & Omit<StoredView, keyof ViewLook | 'conditions'> & Readonly<{ conditions: unknown }>;

export const viewOf = (row: Row): StoredView => ({
  ...row,
  ...lookOf(row),
  conditions: row.conditions as ViewCondition,
});

/** What the actor may see: their own, those of their teams, and those of everybody. */
export function visibleTo({ workspaceId, actor }: StaffContext): Prisma.SavedViewWhereInput {
  const teams = may(actor, 'view.manage') ? {} : { teamId: { in: [...actor.teamIds] } };
  return {
    workspaceId,
    OR: [
      { audience: 'everyone' },
      { audience: 'team', ...teams },
      ...(actor.id ? [{ audience: 'personal' as const, ownerId: actor.id }] : []),
    ],
  };
}

/** The view when the actor may see it; null otherwise. */
export async function findView(db: Db | Tx, ctx: Context, id: string): Promise<StoredView | null> {
  const row = await db.savedView.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: viewSelection,
  });
  return row && maySeeView(ctx.actor, row) ? viewOf(row) : null;
}

/** The teams that the actor leads, by id. */
export async function teamsLedBy(
  db: Db | Tx,
  { workspaceId, actor }: StaffContext,
): Promise<readonly string[]> {
  if (!actor.id) return [];
  const rows = await db.teamMember.findMany({
    where: { workspaceId, userId: actor.id, lead: true },
    select: { teamId: true },
  });
  return rows.map(({ teamId }) => teamId);
}
