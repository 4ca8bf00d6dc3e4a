import 'server-only';
import type { StaffContext } from '@/server/context';

export type AuditRow = Readonly<{
  id: string;
  at: Date;
  actorName: string;
  actorKind: string;
  action: string;
  target: string;
  data: unknown;
  ip: string;
}>;

export type AuditPage = Readonly<{ rows: readonly AuditRow[]; nextCursor: string | null }>;

const PAGE = 50;

/** The audit log of the workspace, newest first, 50 at a time; `before` is the cursor of the page before. */
export async function listAudit(ctx: StaffContext, before: string | null): Promise<AuditPage> {
  const rows = await ctx.db.auditEntry.findMany({
    where: { workspaceId: ctx.workspaceId, ...(before && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      at: true,
      actorName: true,
      actorKind: true,
      action: true,
      target: true,
      data: true,
      ip: true,
    },
  });
  const shown = rows.slice(0, PAGE);
  return { rows: shown, nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}
