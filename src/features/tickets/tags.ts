import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** The ids of these tag names, in rising order; names that are new become tags. */
export async function tagIdsOf(tx: Tx, ctx: Context, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { workspaceId } = ctx;
  const unique = [...new Set(names)];
  await tx.tag.createMany({
    data: unique.map((name) => ({ workspaceId, id: ctx.newId(), name })),
    skipDuplicates: true,
  });
  const rows = await tx.tag.findMany({ where: { workspaceId, name: { in: unique } }, select: { id: true } });
  return rows.map(({ id }) => id).sort();
}
