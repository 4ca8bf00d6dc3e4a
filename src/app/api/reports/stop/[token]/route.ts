import { stopByLink } from '@/features/insights/commands/stop-report';
import { visitor } from '@/server/auth/visitor';
import { env } from '@/server/env';

type Params = Readonly<{ params: Promise<{ token: string }> }>;

/** POST by a mail program (RFC 8058) or by the form of the page: the board comes by mail no more. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const { db } = await visitor();
  if (!(await stopByLink(db, token))) return new Response(null, { status: 404 });
  const body = await request.text().catch(() => '');
  if (body.includes('List-Unsubscribe=One-Click')) return new Response(null, { status: 200 });
  return Response.redirect(`${env().PUBLIC_URL}/reports/stop/${token}?done`, 303);
}
