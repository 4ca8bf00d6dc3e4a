import { goingLinks } from '@/domain/ticket/link';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { linksOf, lockLinks, ticketsAbove } from './link-rows';

type Way = Readonly<{ from: string; to: string }>;

/**
 * Hangs the links of one ticket on another of which it becomes a part, and gives the ids of those that went. What the other
 * could not be given by hand stays where it is. The caller holds locks on both tickets.
 */
export async function moveLinks(tx: Tx, ctx: Context, { from, to }: Way): Promise<string[]> {
  const some = await tx.ticketLink.findFirst({
    where: { workspaceId: ctx.workspaceId, OR: [{ fromId: from }, { toId: from }] },
    select: { id: true },
  });
  if (!some) return [];
  await lockLinks(tx, ctx);
  const going = goingLinks({
    sourceId: from,
    targetId: to,
    links: await linksOf(tx, ctx, [from, to]),
    aboveSource: await ticketsAbove(tx, ctx, from),
    aboveTarget: await ticketsAbove(tx, ctx, to),
  });
  const ids = going.map(({ id }) => id);
  await hang(tx, ctx, { from, to, ids });
  return ids;
}

/** Hangs the named links of one ticket on another again, as far as they are still there. */
export async function moveLinksBack(
  tx: Tx,
  ctx: Context,
  { from, to, ids }: Way & Readonly<{ ids: readonly string[] }>,
): Promise<void> {
  if (ids.length === 0) return;
  await lockLinks(tx, ctx);
  await hang(tx, ctx, { from, to, ids });
}

async function hang(
  tx: Tx,
  { workspaceId }: Context,
  { from, to, ids }: Way & Readonly<{ ids: readonly string[] }>,
): Promise<void> {
  if (ids.length === 0) return;
  const where = { workspaceId, id: { in: [...ids] } };
  await tx.ticketLink.updateMany({ where: { ...where, fromId: from }, data: { fromId: to } });
  await tx.ticketLink.updateMany({ where: { ...where, toId: from }, data: { toId: to } });
}
