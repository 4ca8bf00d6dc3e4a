import { z } from 'zod';
import { isBoardStatus } from '@/domain/view/board';
import { isView, placeFromText } from '@/domain/view/view';
import { cardsAfter, cardsOf } from '@/features/views/board';
import { lineRows } from '@/features/views/ticket-rows';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

const ids = z.array(z.uuid()).max(50);
const limit = z.coerce.number().int().min(1).max(100).catch(20);

/** GET: further cards of a column of a board (`?view=&status=&after=&limit=`), or those of these tickets that stand anywhere on it (`?view=&ids=`). */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.read');
  const rows = ctx && (await asked(ctx, new URL(request.url).searchParams));
  if (!rows) return new Response(null, { status: 404 });
  return Response.json({ rows: lineRows(rows) }, { headers: { 'cache-control': 'private, no-store' } });
}

type Staff = NonNullable<Awaited<ReturnType<typeof staffFromRequest>>>;

async function asked(ctx: Staff, search: URLSearchParams) {
  const [view, status] = [search.get('view'), search.get('status')];
  const after = placeFromText(search.get('after') ?? undefined);
  if (!isView(view)) return null;
  const wanted = ids.safeParse(search.get('ids')?.split(','));
  if (wanted.success) return cardsOf(ctx, view, wanted.data);
  if (!isBoardStatus(status) || !after) return null;
  return cardsAfter(ctx, { view, status, after, limit: limit.parse(search.get('limit')) });
}
