import { seeTicket } from '@/features/notifications/commands/see-ticket';
import { seenInput } from '@/features/notifications/inputs';
import { staffTicketBody } from '@/server/http/staff-ticket-body';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

/** Notes that somebody looks at a ticket; a handler and no action, since looking must not make the page anew. */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  const said = await staffTicketBody(request, params, seenInput);
  if (said instanceof Response) return said;
  const seen = await seeTicket(said.ctx, { ticketId: said.ticketId, ...said.body });
  return new Response(null, { status: seen.ok ? 204 : 404 });
}
