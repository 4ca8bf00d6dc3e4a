import { z } from 'zod';
import { noteSeen } from '@/features/knowledge/commands/note-seen';
import { helpVisitor } from '@/features/knowledge/help-visitor';
import { LOCALES } from '@/i18n/locales';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

const query = z.object({
  what: z.enum(['article', 'search', 'form']),
  locale: z.enum(LOCALES),
  article: z.uuid().optional(),
});

/** One transparent point: GIF89a, 1 × 1. */
const POINT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/**
 * The picture by which pages that are kept for everybody tell that they were read: it needs no script, and sets a cookie only
 * once the visitor has searched or opened the request form.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const visitor = await helpVisitor(request, (await params).workspace);
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!visitor || !asked.success) return new Response(null, { status: 404 });
  const cookie = await noteSeen(visitor, { ...asked.data, article: asked.data.article ?? null });
  const headers = { 'Content-Type': 'image/gif', 'Cache-Control': 'private, no-store' };
  return new Response(POINT, { headers: { ...headers, ...(cookie && { 'Set-Cookie': cookie }) } });
}
