import { database } from '@/server/db/client';
import { findPortal, type Portal } from './portal';

const FEW = 2;

/** The portals of the first two workspaces: enough to tell whether there is only one. */
export async function firstPortals(): Promise<readonly Portal[]> {
  const db = database();
  const rows = await db.workspace.findMany({
    orderBy: { id: 'asc' },
    take: FEW,
    select: { slug: true },
  });
  const portals = await Promise.all(rows.map(({ slug }) => findPortal(db, slug)));
  return portals.filter((portal) => portal !== null);
}
