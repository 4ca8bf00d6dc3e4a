import { type NextRequest, NextResponse } from 'next/server';
import { isLocale } from '@/i18n/locales';
import { PATH_HEADER } from '@/server/auth/path-header';
import {
  readSessionToken,
  sessionCookieName,
  sessionCookieOptions,
  sessionToken,
} from '@/server/auth/session-token';
import { PORTAL_HEADER } from '@/server/portal/portal-header';
import { isBesidePages } from '@/server/portal/portal-paths';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * The first look at every staff page: without a readable session cookie it leads to the sign-in page. The cookie is made
 * new once a day, so that it slides with the session. Whether the session still counts is asked in the page itself.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const portal = request.headers.get(PORTAL_HEADER);
  if (portal) return withinPortal(request, portal);
  const path = `${request.nextUrl.pathname}${request.nextUrl.search}`;
  const claims = await readSessionToken(request.cookies.get(sessionCookieName())?.value);
  if (!claims && request.method === 'GET') {
    const target = request.nextUrl.clone();
    target.pathname = '/sign-in';
    target.search = `?next=${encodeURIComponent(path)}`;
    return NextResponse.redirect(target);
  }
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, path);
  const response = NextResponse.next({ request: { headers } });
  if (claims && Date.now() - claims.issuedAt.getTime() > DAY_MILLISECONDS) {
    response.cookies.set(sessionCookieName(), await sessionToken(claims.sessionId), sessionCookieOptions());
  }
  return response;
}

const FOR_ROBOTS = ['/sitemap.xml', '/robots.txt'];

/** On the own host of a portal stand its pages, under clean addresses, and nothing of what staff works with. */
function withinPortal(request: NextRequest, slug: string): NextResponse {
  const { pathname } = request.nextUrl;
  if (isBesidePages(pathname, slug)) return NextResponse.next();
  const [, first = ''] = pathname.split('/');
  if (first !== '' && !FOR_ROBOTS.includes(pathname) && !isLocale(first))
    return new NextResponse(null, { status: 404 });
  const target = request.nextUrl.clone();
  target.pathname = `/help/${slug}${pathname === '/' ? '' : pathname}`;
  return NextResponse.rewrite(target);
}

/**
 * Pages of staff only: uploads and other bodies never pass through here, since the proxy would keep them in memory. And all
 * that is asked for at the own hosts of portals (`tellPortalHosts` marks it).
 */
export const config = {
  matcher: [
    { source: '/(desk|admin)', missing: [{ type: 'header', key: 'next-action' }] },
    {
      source: '/((?!api/)[^/]+)/(desk|admin|me|knowledge)/:path*',
      missing: [{ type: 'header', key: 'next-action' }],
    },
    { source: '/:path*', has: [{ type: 'header', key: 'x-kalauz-portal' }] },
  ],
};
