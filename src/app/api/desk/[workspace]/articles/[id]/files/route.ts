import { keepArticleFile } from '@/features/knowledge/commands/keep-article-file';
import { uploadLimit } from '@/features/tickets/upload-limit';
import { staffFromRequest } from '@/server/auth/require-staff';
import { bodyBytes } from '@/server/http/request-body';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

/** Takes one picture or file of an article, as the body, with its name in `?name=`. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'knowledge.write');
  if (!ctx) return new Response(null, { status: 404 });
  const body = await bodyBytes(request, uploadLimit());
  if (!body.ok) return new Response(null, { status: 413 });
  const name = new URL(request.url).searchParams.get('name') ?? '';
  const claimedType = request.headers.get('content-type') ?? '';
  const kept = await keepArticleFile(ctx, { articleId: id, name, claimedType, bytes: body.value });
  if (!kept.ok) return new Response(null, { status: kept.error.code === 'not_found' ? 404 : 413 });
  return Response.json(kept.value, { status: 201 });
}
