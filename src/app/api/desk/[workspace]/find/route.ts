import { getLocale } from 'next-intl/server';
import { suggestFind } from '@/features/views/commands/suggest-find';
import type { Locale } from '@/i18n/locales';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

const LONGEST = 200;

/** GET ?q=&at=: how a search goes on at the caret, which stands behind so many characters. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.read');
  if (!ctx) return new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams;
  const q = (asked.get('q') ?? '').slice(0, LONGEST);
  const caret = Math.min(Math.max(Math.trunc(Number(asked.get('at'))) || 0, 0), q.length);
  const found = await suggestFind(ctx, { q, caret, language: (await getLocale()) as Locale });
  return Response.json(found ?? { from: caret, to: caret, options: [] }, {
    headers: { 'cache-control': 'private, no-store' },
  });
}
