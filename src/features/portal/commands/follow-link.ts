import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import { guestToken } from '@/server/portal/guest-link';
import { SHIPPED } from '@/server/portal/portal';
import { portalUrl } from '@/server/portal/portal-url';

type World = Pick<Context, 'db' | 'workspaceId' | 'now' | 'newId'>;
type Wanted = Readonly<{
  ticketId: string;
  customerId: string;
  /** Everybody who gets the mail in which it is to stand. */
  readers: readonly string[];
  language: Locale;
}>;

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * The address that shows a customer their one request without signing in, good from now on for as long as the workspace
 * says. Null where the workspace wants no such links, where it was taken back, and for a mail that goes to others as well:
 * whoever holds it reads and writes as the customer.
 */
export async function followLink(
  ctx: World,
  { ticketId, customerId, readers, language }: Wanted,
): Promise<string | null> {
  const { db, workspaceId } = ctx;
  const workspace = await db.workspace.findUnique({
    where: { id: workspaceId },
    select: { slug: true, portalSettings: true },
  });
  const set = workspace?.portalSettings ?? SHIPPED;
  if (!workspace || !set.enabled || !set.guestLinks || !(await areOf(ctx, customerId, readers))) return null;
  const at = ctx.now();
  const expiresAt = new Date(at.getTime() + set.guestLinkDays * DAY_MILLISECONDS);
  const link = await db.guestLink.upsert({
    where: { workspaceId_ticketId_customerId: { workspaceId, ticketId, customerId } },
    create: { workspaceId, id: ctx.newId(), ticketId, customerId, createdAt: at, expiresAt },
    update: { expiresAt },
    select: { id: true, revokedAt: true },
  });
  if (link.revokedAt) return null;
  const host = set.hostProvenAt ? set.host : null;
  const spoken =
    set.locales.length === 0 || set.locales.includes(language) ? language : (set.locales[0] as Locale);
  return portalUrl({ slug: workspace.slug, host }, spoken, `/request/${guestToken(link.id)}`);
}

async function areOf({ db, workspaceId }: World, customerId: string, addresses: readonly string[]) {
  const wanted = [...new Set(addresses.map((each) => each.toLowerCase()))];
  const known = await db.customerIdentity.count({
    where: { workspaceId, customerId, kind: 'email', value: { in: wanted } },
  });
  return wanted.length > 0 && known === wanted.length;
}
