import { getLocale } from 'next-intl/server';
import { isMetric } from '@/domain/insights/boards';
import { exportNumbers, fileResponse } from '@/features/insights/commands/export-numbers';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string; metric: string }> }>;

/** GET ?format=xlsx|csv&part=&by=: a number with its parts and what is behind it as a file, of what the reader may see. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { workspace, metric } = await params;
  const ctx = await staffFromRequest(workspace, 'insights.own');
  if (!ctx || !isMetric(metric)) return new Response(null, { status: 404 });
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const file = await exportNumbers(ctx, {
    of: { metric },
    format: parameters['format'] === 'csv' ? 'csv' : 'xlsx',
    part: parameters['part'] ?? null,
    parameters,
    locale: await getLocale(),
  });
  return file ? fileResponse(file) : new Response(null, { status: 404 });
}
