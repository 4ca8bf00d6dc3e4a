import { viewFile } from '@/features/views/portable';
import { savedViewRows } from '@/features/views/saved-views';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** A file of all views that the reader sees, for another workspace. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { workspace } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.read');
  if (!ctx) return new Response(null, { status: 404 });
  const file = await viewFile(ctx, await savedViewRows(ctx));
  return new Response(JSON.stringify(file, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="views-${workspace}.json"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
