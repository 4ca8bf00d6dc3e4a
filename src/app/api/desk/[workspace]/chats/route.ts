import { listChats } from '@/features/chat/queries';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** The reader's chats and those that wait, for the switcher of the desk. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.read');
  if (!ctx) return new Response(null, { status: 404 });
  return Response.json(await listChats(ctx), { headers: { 'Cache-Control': 'no-store' } });
}
