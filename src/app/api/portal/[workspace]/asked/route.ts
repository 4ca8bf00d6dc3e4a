import { noteAsked } from '@/features/surveys/commands/keep-asking';
import { bodyBytes } from '@/server/http/request-body';
import { processWorld } from '@/server/world';

const MOST_BYTES = 200;

/** POST /api/portal/<slug>/asked: the question whose link is the body has stood before its customer. The link is the leave. */
export async function POST(request: Request): Promise<Response> {
  const body = await bodyBytes(request, MOST_BYTES);
  const token = body.ok ? new TextDecoder().decode(body.value) : '';
  const isAsked = await noteAsked(processWorld(), { token });
  return new Response(null, { status: isAsked ? 204 : 404 });
}
