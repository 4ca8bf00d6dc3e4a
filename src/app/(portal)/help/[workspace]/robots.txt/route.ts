import { robotsOf } from '@/features/knowledge/robots';
import { portalFromRequest } from '@/server/portal/portal-from-request';

/** Asked of the database each time; the answer may be kept for five minutes. */
export const dynamic = 'force-dynamic';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** What robots may read at the own host of a help centre. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const found = await portalFromRequest((await params).workspace);
  if (!found) return new Response(null, { status: 404 });
  return new Response(robotsOf(found.portal), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  });
}
