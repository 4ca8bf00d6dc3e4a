import type { Locale } from '@/i18n/locales';
import { env } from '@/server/env';
import { type Portal, portalPath } from './portal';

/** The whole address of a page of the portal, for mails and for who shares it. */
export function portalUrl(portal: Pick<Portal, 'slug' | 'host'>, locale: Locale, path = ''): string {
  const { PUBLIC_URL } = env();
  if (!portal.host) return `${PUBLIC_URL}${portalPath(portal, locale, path)}`;
  const { protocol, port } = new URL(PUBLIC_URL);
  return `${protocol}//${portal.host}${port ? `:${port}` : ''}${portalPath(portal, locale, path)}`;
}
