import { env } from '@/server/env';
import type { Portal } from '@/server/portal/portal';

/** What robots are told at the own host of a help centre (RFC 9309): all but searches, requests and calls, and where the map is. */
export function robotsOf(portal: Portal): string {
  if (!portal.enabled) return 'User-agent: *\nDisallow: /\n';
  const root = portal.host ? `https://${portal.host}` : `${env().PUBLIC_URL}/help/${portal.slug}`;
  const closed = portal.locales.flatMap((locale) => [
    `/${locale}/search`,
    `/${locale}/requests`,
    `/${locale}/sign-in`,
  ]);
  const base = portal.host ? '' : `/help/${portal.slug}`;
  return [
    'User-agent: *',
    'Allow: /api/knowledge/files/',
    'Disallow: /api/',
    ...closed.map((path) => `Disallow: ${base}${path}`),
    '',
    `Sitemap: ${root}/sitemap.xml`,
    '',
  ].join('\n');
}

/**
 * What robots are told at the host of the installation: help centres may be read, the desk may not. It names the map of the only
 * help centre; of several it names none, since whoever asks must not learn who else is here.
 */
export function installationRobots(portals: readonly Portal[]): string {
  const [only, ...more] = portals;
  const isAlone = only?.enabled && !only.host && more.length === 0;
  const map = isAlone ? [`Sitemap: ${env().PUBLIC_URL}/help/${only.slug}/sitemap.xml`, ''] : [];
  return [
    'User-agent: *',
    'Allow: /help/',
    'Allow: /api/knowledge/files/',
    'Allow: /_next/static/',
    'Disallow: /help/*/search',
    'Disallow: /',
    '',
    ...map,
  ].join('\n');
}
