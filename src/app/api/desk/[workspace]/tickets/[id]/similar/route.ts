import { z } from 'zod';
import { similarTickets } from '@/features/links/commands/similar-tickets';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

/** GET: tickets that are about the same as this one, for whoever may see both. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.read');
  const ticketId = z.uuid().safeParse(id);
  const tickets = ctx && ticketId.success ? await similarTickets(ctx, ticketId.data) : null;
  if (!tickets) return new Response(null, { status: 404 });
  return Response.json({ tickets }, { headers: { 'cache-control': 'private, no-store' } });
}
