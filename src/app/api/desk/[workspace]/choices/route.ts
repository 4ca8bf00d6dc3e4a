import { fieldChoices } from '@/features/tickets/queries-side';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

/** GET: the people, teams and tags to which tickets can be given, for whoever changes many at once. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.update');
  if (!ctx) return new Response(null, { status: 404 });
  return Response.json(await fieldChoices(ctx), { headers: { 'cache-control': 'private, no-store' } });
}
