import { uploadImport } from '@/features/imports/commands/upload-import';
import { staffFromRequest } from '@/server/auth/require-staff';
import { bodyBytes } from '@/server/http/request-body';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

const LARGEST = 100 * 1024 * 1024;

/** Takes a file of customers, as the body, with its name in `?name=`. 413 when it is too large, 422 when it is no table. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'customer.import');
  if (!ctx) return new Response(null, { status: 404 });
  const body = await bodyBytes(request, LARGEST);
  if (!body.ok) return new Response(null, { status: 413 });
  const name = new URL(request.url).searchParams.get('name') ?? '';
  const uploaded = await uploadImport(ctx, { name, bytes: body.value });
  if (!uploaded.ok) return Response.json(uploaded.error, { status: 422 });
  return Response.json(uploaded.value, { status: 201 });
}
