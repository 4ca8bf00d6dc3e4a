import { z } from 'zod';
import { beHere } from '@/features/collision/commands/be-here';
import { hereInput } from '@/features/collision/inputs';
import { staffFromRequest } from '@/server/auth/require-staff';
import { bodyBytes, bodyLimit, jsonOf } from '@/server/http/request-body';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

/**
 * POST /api/desk/<workspace>/tickets/<id>/here `{ doing: viewing | reply | note | gone }`: says that the ticket is in front of somebody, and
 * answers who else has it open. A handler and no action, since looking must not make the page anew.
 */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.read');
  const ticketId = z.uuid().safeParse(id);
  if (!(ctx && ticketId.success)) return new Response(null, { status: 404 });
  const body = await bodyBytes(request, bodyLimit('json'));
  const json = body.ok ? jsonOf(request, body.value) : body;
  const parsed = hereInput.safeParse(json.ok ? json.value : null);
  if (!parsed.success) return new Response(null, { status: 400 });
  const here = await beHere(ctx, { ticketId: ticketId.data, ...parsed.data });
  if (!here.ok) return new Response(null, { status: 404 });
  return Response.json({ colleagues: here.value }, { headers: { 'Cache-Control': 'no-store' } });
}
