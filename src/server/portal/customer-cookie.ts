import { env } from '@/server/env';

const overHttps = () => env().PUBLIC_URL.startsWith('https:');

/** The cookie of a customer's session: one per portal, so that signing in to one signs nobody out of another. */
export const customerCookieName = (slug: string): string => `${overHttps() ? '__Secure-' : ''}portal.${slug}`;
