import { exportFeedback } from '@/features/knowledge/export-feedback';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** All that readers said of articles, as CSV. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { workspace } = await params;
  const ctx = await staffFromRequest(workspace, 'knowledge.read');
  if (!ctx) return new Response(null, { status: 404 });
  return new Response(exportFeedback(ctx), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="article-feedback-${workspace}.csv"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
