import { z } from 'zod';
import { ticketPreview } from '@/features/tickets/queries-preview';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

/** GET: a ticket at a glance, for the pane beside a list. To look does not count as having read it. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.read');
  const ticketId = z.uuid().safeParse(id);
  const preview = ctx && ticketId.success ? await ticketPreview(ctx, ticketId.data) : null;
  if (!preview) return new Response(null, { status: 404 });
  return Response.json(preview, { headers: { 'cache-control': 'private, no-store' } });
}
