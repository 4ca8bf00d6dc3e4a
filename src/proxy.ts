import { type NextRequest, NextResponse } from 'next/server';
import { PATH_HEADER } from '@/server/auth/path-header';
import {
  readSessionToken,
  sessionCookieName,
  sessionCookieOptions,
  sessionToken,
} from '@/server/auth/session-token';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * The first look at every staff page: without a readable session cookie it leads to the sign-in page. The cookie is made
 * new once a day, so that it slides with the session. Whether the session still counts is asked in the page itself.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
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

/** Pages only: uploads and other bodies never pass through here, since the proxy would cut them at 10 MiB. */
export const config = {
  matcher: [
    { source: '/(desk|admin)', missing: [{ type: 'header', key: 'next-action' }] },
    { source: '/((?!api/)[^/]+)/(desk|admin|me)/:path*', missing: [{ type: 'header', key: 'next-action' }] },
  ],
};
