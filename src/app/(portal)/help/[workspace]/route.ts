import type { NextRequest } from 'next/server';
import { LOCALE_COOKIE, pickLocale } from '@/i18n/locales';
import { portalPath } from '@/server/portal/portal';
import { portalFromRequest } from '@/server/portal/portal-from-request';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** The portal without a language: leads to the one that this reader chose before, or reads best of those offered. */
export async function GET(request: NextRequest, { params }: Props): Promise<Response> {
  const portal = (await portalFromRequest((await params).workspace))?.portal;
  if (!portal?.enabled) return new Response(null, { status: 404 });
  const wished = pickLocale(
    {
      cookie: request.cookies.get(LOCALE_COOKIE)?.value,
      acceptLanguage: request.headers.get('accept-language'),
    },
    portal.locales,
  );
  return new Response(null, {
    status: 307,
    headers: {
      location: portalPath(portal, wished),
      vary: 'accept-language, cookie',
      'cache-control': 'private, no-store',
    },
  });
}
