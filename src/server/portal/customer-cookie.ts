import { env } from '@/server/env';
import { CUSTOMER_SESSION_SECONDS } from './customer-session';

const overHttps = () => env().PUBLIC_URL.startsWith('https:');

/** The cookie of a customer's session: one per portal, so that signing in to one signs nobody out of another. */
export const customerCookieName = (slug: string): string => `${overHttps() ? '__Secure-' : ''}portal.${slug}`;

/** How that cookie is set; `maxAge` is in seconds. */
export const customerCookieOptions = () =>
  ({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: overHttps(),
    maxAge: CUSTOMER_SESSION_SECONDS,
  }) as const;
