import { findLinkTargets } from '@/features/links/queries';
import { findMergeTargets } from '@/features/tickets/queries-merge';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

const NUMBER = /^\d{1,9}$/;

/**
 * GET ?for=&q=: the tickets that the ticket of this number may be merged into, while one types; without words, its customer's.
 * With `to=link` those with which it may be linked.
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const isLink = asked.get('to') === 'link';
  const ctx = await staffFromRequest((await params).workspace, isLink ? 'ticket.update' : 'ticket.merge');
  const number = asked.get('for') ?? '';
  if (!ctx || !NUMBER.test(number)) return new Response(null, { status: 404 });
  const wanted = { number: Number(number), q: (asked.get('q') ?? '').slice(0, 200) };
  const tickets = await (isLink ? findLinkTargets(ctx, wanted) : findMergeTargets(ctx, wanted));
  return Response.json({ tickets }, { headers: { 'cache-control': 'private, no-store' } });
}
