import { saveText } from '@/features/knowledge/commands/save-text';
import { saveTextInput } from '@/features/knowledge/inputs';
import { staffFromRequest } from '@/server/auth/require-staff';
import { bodyBytes, bodyLimit, jsonOf } from '@/server/http/request-body';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

/**
 * Keeps what is written of an article; a handler and no action, since typing must hold up nothing else that a person does. 409 with
 * what stands there when somebody else saved meanwhile.
 */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'knowledge.write');
  if (!ctx) return new Response(null, { status: 404 });
  const body = await bodyBytes(request, bodyLimit('json'));
  const json = body.ok ? jsonOf(request, body.value) : body;
  const parsed = saveTextInput.safeParse(json.ok ? { ...Object(json.value), translationId: id } : null);
  if (!parsed.success) return new Response(null, { status: 400 });
  const saved = await saveText(ctx, parsed.data);
  if (saved.ok) return Response.json(saved.value);
  if (saved.error.code === 'changed.meanwhile') return Response.json(saved.error.theirs, { status: 409 });
  return new Response(null, { status: saved.error.code === 'forbidden' ? 403 : 404 });
}
