import { exportMacros } from '@/features/macros/export-macros';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** A file of the reader's own macros, or with `?which=shared` of all that are shared, for another workspace. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { workspace } = await params;
  const which = new URL(request.url).searchParams.get('which') === 'shared' ? 'shared' : 'mine';
  const ctx = await staffFromRequest(workspace, which === 'shared' ? 'macro.manage' : 'ticket.note');
  if (!ctx) return new Response(null, { status: 404 });
  return new Response(JSON.stringify(await exportMacros(ctx, which), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="macros-${workspace}.json"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
