import { markSeenByAgent } from '@/features/chat/commands/mark-read';
import { newsQuery } from '@/features/chat/inputs';
import { chatNews } from '@/features/chat/queries';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A chat and what was said after an entry. Asking is showing: the visitor sees that it has arrived, with `seen` that it was read. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { workspace, id: sessionId } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.read');
  const asked = newsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const known = ctx && asked.success && ID.test(sessionId);
  const news = known ? await chatNews(ctx, { sessionId, after: asked.data.after, workspace }) : null;
  if (!ctx || !news || !asked.success) return new Response(null, { status: 404 });
  const { sequence, mine } = news.chat;
  if (mine) await markSeenByAgent(ctx, { sessionId, sequence, read: asked.data.seen === '1' });
  return Response.json(news, { headers: { 'Cache-Control': 'no-store' } });
}
