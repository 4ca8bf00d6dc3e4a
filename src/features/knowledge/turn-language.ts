import { isLocale, type Locale } from '@/i18n/locales';
import { portalPath } from '@/server/portal/portal';
import { type FoundPortal, portalFromRequest } from '@/server/portal/portal-from-request';

type Turn = Readonly<{ locale: Locale; slug: string; other: Locale }>;
type Props = Readonly<{
  params: Promise<Readonly<{ workspace: string; locale: string; slug: string; other: string }>>;
}>;

/** A route that leads from a page of the help centre to the same page in another language, by the path that `find` gives. */
export function turnLanguage(find: (found: FoundPortal, turn: Turn) => Promise<string | null>) {
  return async (_: Request, { params }: Props): Promise<Response> => {
    const { workspace, locale, slug, other } = await params;
    const found = await portalFromRequest(workspace);
    const nothing = new Response(null, { status: 404 });
    if (!found?.portal.enabled || !isLocale(locale) || !isLocale(other)) return nothing;
    if (!found.portal.locales.includes(other)) return nothing;
    const path = await find(found, { locale, slug: decoded(slug), other });
    if (path === null) return nothing;
    const headers = { location: portalPath(found.portal, other, path), 'cache-control': 'no-store' };
    return new Response(null, { status: 307, headers });
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
