import { uploadFile } from '@/features/attachments/commands/upload-file';
import { uploadLimit } from '@/features/tickets/upload-limit';
import { staffFromRequest } from '@/server/auth/require-staff';
import { bodyBytes } from '@/server/http/request-body';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** Takes one file, as the body, with its name in `?name=`. 413 when it is larger than a mail can carry. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.note');
  if (!ctx) return new Response(null, { status: 404 });
  const body = await bodyBytes(request, uploadLimit());
  if (!body.ok) return new Response(null, { status: 413 });
  const name = new URL(request.url).searchParams.get('name') ?? '';
  const claimedType = request.headers.get('content-type') ?? '';
  const uploaded = await uploadFile(ctx, { name, claimedType, bytes: body.value });
  if (!uploaded.ok) return new Response(null, { status: 413 });
  const { id, type, size, name: storedName } = uploaded.value;
  return Response.json({ id, name: storedName, type, size }, { status: 201 });
}
