import { takeMacroText } from '@/features/macros/commands/take-macro-text';
import { macroTextInput } from '@/features/macros/inputs';
import { previewMacro } from '@/features/macros/preview-macro';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

const PRIVATE = { headers: { 'cache-control': 'private, no-store' } };

/** GET ?ticket=: what the macro would change on this ticket, and what it would say. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const asked = await askedFor(request, await params);
  const preview = asked && (await previewMacro(asked.ctx, asked));
  return preview ? Response.json(preview, PRIVATE) : new Response(null, { status: 404 });
}

/** POST ?ticket=: the text of a canned reply for this ticket's customer; counts as a use. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const asked = await askedFor(request, await params);
  const text = asked && (await takeMacroText(asked.ctx, asked));
  return text?.ok ? Response.json(text.value, PRIVATE) : new Response(null, { status: 404 });
}

async function askedFor(request: Request, { workspace, id }: Awaited<Props['params']>) {
  const ctx = await staffFromRequest(workspace, 'ticket.note');
  const ticket = new URL(request.url).searchParams.get('ticket');
  const ids = macroTextInput.safeParse({ macroId: id, ticketId: ticket });
  return ctx && ids.success ? { ctx, ...ids.data } : null;
}
