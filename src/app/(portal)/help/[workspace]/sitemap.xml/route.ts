import { sitemapOf } from '@/features/knowledge/sitemap';
import { portalFromRequest } from '@/server/portal/portal-from-request';

/** Asked of the database each time; the answer may be kept for five minutes. */
export const dynamic = 'force-dynamic';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** What search engines may know of a help centre. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const found = await portalFromRequest((await params).workspace);
  if (!found?.portal.enabled) return new Response(null, { status: 404 });
  return new Response(await sitemapOf(found), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  });
}
