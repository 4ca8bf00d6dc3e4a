import { importArticles } from '@/features/knowledge/commands/import-articles';
import { importInput } from '@/features/knowledge/inputs';
import { staffFromRequest } from '@/server/auth/require-staff';
import { bodyBytes } from '@/server/http/request-body';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

const LARGEST = 100 * 1024 * 1024;

/**
 * Takes a Markdown or HTML file, or a zip of them, as the body, with its name in `?name=` and its place in `locale`, `audience` and
 * `categoryId`. 413 when it is too large, 422 when it cannot be unpacked.
 */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'knowledge.write');
  if (!ctx) return new Response(null, { status: 404 });
  const { name = '', ...place } = Object.fromEntries(new URL(request.url).searchParams);
  const asked = importInput.safeParse({ ...place, categoryId: place['categoryId'] || null });
  if (!asked.success) return new Response(null, { status: 422 });
  const body = await bodyBytes(request, LARGEST);
  if (!body.ok) return Response.json({ code: 'archive.too_large' }, { status: 413 });
  const done = await importArticles(ctx, { ...asked.data, name: name.slice(0, 255), bytes: body.value });
  if (done.ok) return Response.json(done.value, { status: 201 });
  return Response.json(done.error, { status: STATUS[done.error.code] });
}

const STATUS = { not_found: 404, 'archive.too_large': 413, 'archive.unreadable': 422 } as const;
