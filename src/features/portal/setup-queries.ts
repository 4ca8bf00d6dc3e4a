import 'server-only';
import { proofName } from '@/domain/portal/host';
import { LOCALES, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { env } from '@/server/env';
import { findPortal, type Portal } from '@/server/portal/portal';
import { portalUrl } from '@/server/portal/portal-url';

/** The portal as it is set up, for the page that changes it. */
export async function portalSetup({ db, workspaceId }: StaffContext) {
  const { slug, portalSettings } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { slug: true, portalSettings: { select: { host: true, hostProof: true, hostProvenAt: true } } },
  });
  const portal = await findPortal(db, slug);
  if (!portal) throw new Error(`no portal of ${workspaceId}`);
  const { host = null, hostProof = null, hostProvenAt = null } = portalSettings ?? {};
  return {
    now: nowOf(portal),
    logo: portal.logo ? `/api/portal/${slug}/logo?v=${portal.logo.sha256.slice(0, 12)}` : null,
    host:
      host && hostProof
        ? { host, proofName: proofName(host), proof: hostProof, proven: hostProvenAt !== null }
        : null,
    address: portalUrl(portal, portal.locales[0]),
    target: new URL(env().PUBLIC_URL).hostname,
  };
}

function nowOf({ enabled, accent, locales, signIn, guestLinks, guestLinkDays, words }: Portal) {
  const said = LOCALES.map((locale) => {
    const { title = '', welcome = '', footer = '', links = [] } = words[locale] ?? {};
    return [
      locale,
      { title, welcome, footer, links: links.map(({ label, url }) => `${label} ${url}`).join('\n') },
    ] as const;
  });
  return {
    enabled,
    accent,
    locales,
    signIn,
    guestLinks,
    guestLinkDays,
    words: Object.fromEntries(said) as Record<Locale, (typeof said)[number][1]>,
  };
}
