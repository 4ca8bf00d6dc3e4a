import { saveDraft } from '@/features/tickets/commands/save-draft';
import { draftInput } from '@/features/tickets/inputs';
import { staffFromRequest } from '@/server/auth/require-staff';
import { bodyBytes, bodyLimit, jsonOf } from '@/server/http/request-body';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** Keeps what stands in a composer; a handler and no action, since typing must hold up nothing else that a person does. */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.note');
  if (!ctx) return new Response(null, { status: 404 });
  const body = await bodyBytes(request, bodyLimit('json'));
  const json = body.ok ? jsonOf(request, body.value) : body;
  const parsed = draftInput.safeParse(json.ok ? json.value : null);
  if (!parsed.success) return new Response(null, { status: 400 });
  const saved = await saveDraft(ctx, parsed.data);
  if (!saved.ok) return new Response(null, { status: 404 });
  return Response.json({ savedAt: saved.value.savedAt });
}
