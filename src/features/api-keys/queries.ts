import 'server-only';
import type { StaffContext, SystemContext } from '@/server/context';

export type ApiKeyRow = Readonly<{
  id: string;
  name: string;
  prefix: string;
  scopes: readonly string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}>;

/** All keys of the workspace, the working ones first, then by age. */
export function listApiKeys(ctx: StaffContext | SystemContext): Promise<ApiKeyRow[]> {
  return ctx.db.apiKey.findMany({
    where: { workspaceId: ctx.workspaceId },
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    select: {
      id: true,
      name: true,
      prefix: true,
      scopes: true,
      createdAt: true,
      lastUsedAt: true,
      revokedAt: true,
    },
  });
}
