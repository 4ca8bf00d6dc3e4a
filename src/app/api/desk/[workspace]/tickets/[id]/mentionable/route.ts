import { z } from 'zod';
import { mentionableOnTicket } from '@/features/tickets/queries-side';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

/** GET: the people and teams that a note on this ticket can mention, for whoever writes one. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.note');
  const ticketId = z.uuid().safeParse(id);
  const found = ctx && ticketId.success ? await mentionableOnTicket(ctx, ticketId.data) : null;
  if (!found) return new Response(null, { status: 404 });
  return Response.json(found, { headers: { 'cache-control': 'private, no-store' } });
}
