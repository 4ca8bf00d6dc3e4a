import { tellTyping } from '@/features/chat/commands/tell-typing';
import { typing } from '@/features/chat/protocol';
import { chatIsMine } from '@/features/chat/queries';
import { staffFromRequest } from '@/server/auth/require-staff';
import { bodyBytes, bodyLimit, jsonOf } from '@/server/http/request-body';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Tells the visitor that somebody types, or has stopped. Only whoever has the chat is told of. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { workspace, id: sessionId } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.reply');
  if (!ctx || !ID.test(sessionId) || !(await chatIsMine(ctx, sessionId)))
    return new Response(null, { status: 404 });
  const body = await bodyBytes(request, bodyLimit('json'));
  const json = body.ok ? jsonOf(request, body.value) : body;
  const parsed = typing.safeParse(json.ok ? json.value : null);
  if (!parsed.success) return new Response(null, { status: 400 });
  await tellTyping(ctx, { sessionId, side: 'agent', ...parsed.data });
  return new Response(null, { status: 204 });
}
