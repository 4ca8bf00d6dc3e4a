import { isLocale, LOCALES, type Locale } from '@/i18n/locales';
import type { Db } from '@/server/db/client';

/** A link in the foot of each page. */
type PortalLink = Readonly<{ label: string; url: string }>;

/** What a workspace says in one language; empty where the shipped words stand. */
type PortalWords = Readonly<{
  title: string;
  welcome: string;
  footer: string;
  links: readonly PortalLink[];
}>;

/** The portal of a workspace, as it is to be shown. */
export type Portal = Readonly<{
  workspaceId: string;
  slug: string;
  name: string;
  timeZone: string;
  demo: boolean;
  enabled: boolean;
  accent: string;
  logo: Readonly<{ sha256: string; type: string }> | null;
  /** The languages offered, the first for readers of none of them. */
  locales: readonly [Locale, ...Locale[]];
  signIn: 'nobody' | 'known' | 'everybody';
  guestLinks: boolean;
  guestLinkDays: number;
  /** The host of the workspace's own that leads here; null when there is none or it is not proven. */
  host: string | null;
  words: Readonly<Partial<Record<Locale, PortalWords>>>;
}>;

const SELECTED = {
  id: true,
  slug: true,
  name: true,
  locale: true,
  timeZone: true,
  demo: true,
  portalSettings: true,
  portalTexts: true,
} as const;

/** What holds of a portal that nobody has set up. */
export const SHIPPED = {
  enabled: true,
  accent: '#4150d0',
  logoSha256: null,
  logoType: null,
  locales: [] as string[],
  signIn: 'everybody',
  guestLinks: true,
  guestLinkDays: 30,
  host: null,
  hostProvenAt: null,
} as const;

/** The portal of the workspace with this short name, switched off or not; null when there is no such workspace. */
export async function findPortal(db: Db, slug: string): Promise<Portal | null> {
  const row = await db.workspace.findUnique({ where: { slug }, select: SELECTED });
  if (!row) return null;
  const set = row.portalSettings ?? SHIPPED;
  const texts = row.portalTexts.filter(({ locale }) => isLocale(locale));
  return {
    workspaceId: row.id,
    slug: row.slug,
    name: row.name,
    timeZone: row.timeZone,
    demo: row.demo,
    enabled: set.enabled,
    accent: set.accent,
    logo: set.logoSha256 && set.logoType ? { sha256: set.logoSha256, type: set.logoType } : null,
    locales: offered(set.locales, row.locale),
    signIn: set.signIn,
    guestLinks: set.guestLinks,
    guestLinkDays: set.guestLinkDays,
    host: set.hostProvenAt ? set.host : null,
    words: Object.fromEntries(
      texts.map(({ locale, title, welcome, footer, links }) => [
        locale,
        { title, welcome, footer, links: links as PortalLink[] },
      ]),
    ),
  };
}

/** The address of a page of the portal: on its own host, else below `/help`. `path` is empty or begins with `/`. */
export function portalPath(portal: Pick<Portal, 'slug' | 'host'>, locale: Locale, path = ''): string {
  return portal.host ? `/${locale}${path}` : `/help/${portal.slug}/${locale}${path}`;
}

function offered(chosen: readonly string[], workspaceLocale: string): readonly [Locale, ...Locale[]] {
  const [first, ...rest] = chosen.filter(isLocale);
  if (first) return [first, ...rest];
  const home = isLocale(workspaceLocale) ? workspaceLocale : LOCALES[0];
  return [home, ...LOCALES.filter((locale) => locale !== home)];
}
