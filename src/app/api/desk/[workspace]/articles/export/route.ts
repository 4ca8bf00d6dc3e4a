import { z } from 'zod';
import { articleArchive } from '@/features/knowledge/commands/article-archive';
import { markdownOf, pageOf } from '@/features/knowledge/export-articles';
import { findExported } from '@/features/knowledge/queries-editor';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** All articles as a zip; with `?text=` one of them as Markdown, or as a page with `&as=html`. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { workspace } = await params;
  const ctx = await staffFromRequest(workspace, 'knowledge.read');
  if (!ctx) return new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  const asked = query.get('text');
  if (asked === null) return articleArchive(ctx, `knowledge-${workspace}.zip`);
  const id = z.uuid().safeParse(asked);
  const text = id.success ? await findExported(ctx, id.data) : null;
  if (!text) return new Response(null, { status: 404 });
  const name = `${text.slug ?? text.articleId}-${text.locale}`;
  return query.get('as') === 'html'
    ? download(pageOf(text), { type: 'text/html; charset=utf-8', name: `${name}.html` })
    : download(markdownOf(text), { type: 'text/markdown; charset=utf-8', name: `${name}.md` });
}

function download(body: string, { type, name }: Readonly<{ type: string; name: string }>): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
