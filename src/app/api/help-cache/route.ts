import { revalidateTag } from 'next/cache';
import { isRefreshMac } from '@/server/help-refresh';
import { HELP_TAG } from '@/server/help-tags';

/** By this the web server tells itself that kept pages of help centres are old: only within a request may Next forget them. */
export async function POST(request: Request): Promise<Response> {
  if (!isRefreshMac(request.headers.get('x-refresh') ?? '')) return new Response(null, { status: 404 });
  revalidateTag(HELP_TAG, { expire: 0 });
  return new Response(null, { status: 204 });
}
