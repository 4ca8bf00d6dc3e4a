import { recordFocus } from '@/features/focus/commands/record-focus';
import { beatsInput } from '@/features/focus/inputs';
import { staffFromRequest } from '@/server/auth/require-staff';
import { bodyBytes, bodyLimit, jsonOf } from '@/server/http/request-body';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** Takes how long tickets were in front of the reader; a handler and no action, since it is told while the page goes away. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.reply');
  if (!ctx) return new Response(null, { status: 404 });
  const body = await bodyBytes(request, bodyLimit('json'));
  const json = body.ok ? jsonOf(request, body.value) : body;
  const parsed = beatsInput.safeParse(json.ok ? json.value : null);
  if (!parsed.success) return new Response(null, { status: 400 });
  await recordFocus(ctx, parsed.data);
  return new Response(null, { status: 204 });
}
