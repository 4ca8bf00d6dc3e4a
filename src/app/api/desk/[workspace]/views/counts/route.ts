import { listSavedViews } from '@/features/views/saved-views';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** The saved views that the reader sees, with how many tickets they see in each, and when that was read. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.read');
  if (!ctx) return new Response(null, { status: 404 });
  const at = ctx.now().getTime();
  const views = await listSavedViews(ctx);
  return Response.json({ views, at }, { headers: { 'Cache-Control': 'private, no-store' } });
}
