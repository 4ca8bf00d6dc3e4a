import { searchCustomers } from '@/features/search/queries';
import { staffFromRequest } from '@/server/auth/require-staff';

const MOST = 8;

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

/** GET ?q=: the customers that fit what is being typed, for choosing a requester. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'customer.read');
  if (!ctx) return new Response(null, { status: 404 });
  const q = new URL(request.url).searchParams.get('q') ?? '';
  const { hits } = await searchCustomers(ctx, { q: q.slice(0, 200), limit: MOST });
  const customers = hits.map(({ id, name, address }) => ({ id, name, address }));
  return Response.json({ customers }, { headers: { 'cache-control': 'private, no-store' } });
}
