import { framePage } from '@/features/chat/widget/frame-page';
import { processWorld } from '@/server/world';

type Props = Readonly<{ params: Promise<Readonly<{ key: string }>> }>;

/** GET /widget/<key>?host=<origin>&language=<tag>: the page inside the chat widget's frame. Reads and sets no cookie. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { key } = await params;
  const asked = new URL(request.url).searchParams;
  const page = await framePage(processWorld().db, {
    key,
    host: asked.get('host') ?? '',
    language: asked.get('language'),
  });
  return page ?? new Response(null, { status: 404 });
}
