import { sayAsAgent } from '@/features/chat/commands/say-as-agent';
import { agentWords } from '@/features/chat/inputs';
import { staffFromRequest } from '@/server/auth/require-staff';
import { PROBLEM_STATUS } from '@/server/http/problem-status';
import { bodyBytes, bodyLimit, jsonOf } from '@/server/http/request-body';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Says something in a chat; a handler and no action, since words must not wait for one another or render the page anew. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { workspace, id: sessionId } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.reply');
  if (!ctx || !ID.test(sessionId)) return new Response(null, { status: 404 });
  const body = await bodyBytes(request, bodyLimit('json'));
  const json = body.ok ? jsonOf(request, body.value) : body;
  const parsed = agentWords.safeParse(json.ok ? json.value : null);
  if (!parsed.success) return Response.json({ code: 'input.invalid' }, { status: 422 });
  const said = await sayAsAgent(ctx, { sessionId, ...parsed.data });
  if (!said.ok) return Response.json(said.error, { status: PROBLEM_STATUS[said.error.code] });
  return Response.json(said.value, { status: 201 });
}
