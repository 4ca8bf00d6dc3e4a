import { findMergeTargets } from '@/features/tickets/queries-merge';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

const NUMBER = /^\d{1,9}$/;

/** GET ?for=&q=: the tickets that the ticket of this number may be merged into, while one types; without words, its customer's. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.merge');
  const asked = new URL(request.url).searchParams;
  const number = asked.get('for') ?? '';
  if (!ctx || !NUMBER.test(number)) return new Response(null, { status: 404 });
  const q = (asked.get('q') ?? '').slice(0, 200);
  const tickets = await findMergeTargets(ctx, { number: Number(number), q });
  return Response.json({ tickets }, { headers: { 'cache-control': 'private, no-store' } });
}
