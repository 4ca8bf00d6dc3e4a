import { helpUrl } from '@/features/knowledge/help-metadata';
import { listAddresses } from '@/features/knowledge/queries-help';
import { isLocale } from '@/i18n/locales';
import type { Portal } from '@/server/portal/portal';
import { portalFromRequest } from '@/server/portal/portal-from-request';

/** Asked of the database each time; the answer may be kept for five minutes. */
export const dynamic = 'force-dynamic';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** Every public article in every language that the portal offers (sitemaps.org), each with its other languages. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const found = await portalFromRequest((await params).workspace);
  if (!found?.portal.enabled) return new Response(null, { status: 404 });
  const { portal } = found;
  const rows = await listAddresses(found);
  const homes = portal.locales.map(
    (locale) => `<url><loc>${escaped(helpUrl(portal, { locale, path: '' }))}</loc></url>`,
  );
  const urls = rows.flatMap((row) => urlOf(portal, row, rows));
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...homes,
    ...urls,
    '</urlset>',
  ].join('\n');
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  });
}

type Row = Awaited<ReturnType<typeof listAddresses>>[number];

function urlOf(portal: Portal, row: Row, ...[rows]: [readonly Row[]]): string[] {
  const address = ({ locale, slug }: Row) =>
    isLocale(locale) && portal.locales.includes(locale)
      ? escaped(helpUrl(portal, { locale, path: `/articles/${slug}` }))
      : null;
  const own = address(row);
  if (own === null) return [];
  const others = rows.filter(({ articleId }) => articleId === row.articleId);
  const links = others.flatMap((other) => {
    const href = address(other);
    return href === null ? [] : [`<xhtml:link rel="alternate" hreflang="${other.locale}" href="${href}"/>`];
  });
  const changed = row.liveAt ? `<lastmod>${row.liveAt.toISOString()}</lastmod>` : '';
  return [`<url><loc>${own}</loc>${changed}${links.join('')}</url>`];
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
