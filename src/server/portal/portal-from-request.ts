import { type Db, database } from '@/server/db/client';
import { findPortal, type Portal } from './portal';

export type FoundPortal = Readonly<{ portal: Portal; db: Db; workspaceId: string }>;

/** The door for what everybody may fetch of a help centre; null where the company has none. Whether it is open is in the portal. */
export async function portalFromRequest(slug: string): Promise<FoundPortal | null> {
  const db = database();
  const portal = await findPortal(db, slug);
  return portal && { portal, db, workspaceId: portal.workspaceId };
}
