import type { StaffContext } from '@/server/context';
import { findPortal } from '@/server/portal/portal';
import { portalUrl } from '@/server/portal/portal-url';

/** The portal as it is set up, with the address at which customers find it. */
export async function portalNow({ db, workspaceId }: StaffContext) {
  const { slug } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { slug: true },
  });
  const portal = await findPortal(db, slug);
  if (!portal) throw new Error(`no portal of ${workspaceId}`);
  const { enabled, accent, locales, signIn, guestLinks, guestLinkDays, host, words } = portal;
  const address = portalUrl(portal, locales[0]);
  return { enabled, address, accent, locales, signIn, guestLinks, guestLinkDays, host, words };
}
