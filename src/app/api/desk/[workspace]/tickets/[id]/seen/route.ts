import { z } from 'zod';
import { seeTicket } from '@/features/notifications/commands/see-ticket';
import { seenInput } from '@/features/notifications/inputs';
import { staffFromRequest } from '@/server/auth/require-staff';
import { bodyBytes, bodyLimit, jsonOf } from '@/server/http/request-body';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

/** Notes that somebody looks at a ticket; a handler and no action, since looking must not make the page anew. */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.read');
  const ticketId = z.uuid().safeParse(id);
  if (!(ctx && ticketId.success)) return new Response(null, { status: 404 });
  const body = await bodyBytes(request, bodyLimit('json'));
  const json = body.ok ? jsonOf(request, body.value) : body;
  const parsed = seenInput.safeParse(json.ok ? json.value : null);
  if (!parsed.success) return new Response(null, { status: 400 });
  const seen = await seeTicket(ctx, { ticketId: ticketId.data, ...parsed.data });
  return new Response(null, { status: seen.ok ? 204 : 404 });
}
