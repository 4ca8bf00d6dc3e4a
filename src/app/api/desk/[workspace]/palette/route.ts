import { palettePlaces } from '@/features/views/palette-places';
import { foundForPalette, recentTickets } from '@/features/views/palette-tickets';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

const HEADERS = { 'cache-control': 'private, no-store' };

/** GET: the places that this person may enter and the tickets they saw last; with `q`, tickets and customers that fit it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { workspace } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.read');
  if (!ctx) return new Response(null, { status: 404 });
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200);
  if (q) return Response.json(await foundForPalette(ctx, { workspace, q }), { headers: HEADERS });
  const [places, recent] = await Promise.all([palettePlaces(ctx, workspace), recentTickets(ctx, workspace)]);
  return Response.json({ places, recent }, { headers: HEADERS });
}
