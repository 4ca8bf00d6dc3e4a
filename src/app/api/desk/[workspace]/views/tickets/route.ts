import { z } from 'zod';
import { isView } from '@/domain/view/view';
import { idsOfView } from '@/features/views/queries';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

/** GET ?view=: the ids of the tickets of a view, by its name or its id, for whoever chooses all of them. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.update');
  const view = new URL(request.url).searchParams.get('view');
  const asked = isView(view) ? view : { viewId: z.uuid().safeParse(view).data ?? '' };
  const isKnown = typeof asked === 'string' || asked.viewId !== '';
  const ids = ctx && isKnown ? await idsOfView(ctx, asked) : null;
  if (ids === null) return new Response(null, { status: 404 });
  return Response.json({ ids }, { headers: { 'cache-control': 'private, no-store' } });
}
