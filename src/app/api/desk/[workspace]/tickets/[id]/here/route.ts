import { beHere } from '@/features/collision/commands/be-here';
import { hereInput } from '@/features/collision/inputs';
import { staffTicketBody } from '@/server/http/staff-ticket-body';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

/**
 * POST /api/desk/<workspace>/tickets/<id>/here `{ doing: viewing | reply | note | gone }`: says that the ticket is in front of somebody, and
 * answers who else has it open. A handler and no action, since looking must not make the page anew.
 */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const said = await staffTicketBody(request, params, hereInput);
  if (said instanceof Response) return said;
  const here = await beHere(said.ctx, { ticketId: said.ticketId, ...said.body });
  if (!here.ok) return new Response(null, { status: 404 });
  return Response.json({ colleagues: here.value }, { headers: { 'Cache-Control': 'no-store' } });
}
