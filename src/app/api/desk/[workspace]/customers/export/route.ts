import { getLocale } from 'next-intl/server';
import { exportCustomers } from '@/features/segments/export-customers';
import { listAddress } from '@/features/segments/list-address';
import { listSegments } from '@/features/segments/queries';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

/** GET ?q=&segment=: the customers of a list as a CSV file. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { workspace } = await params;
  const ctx = await staffFromRequest(workspace, 'customer.export');
  if (!ctx) return new Response(null, { status: 404 });
  const { q, segmentId } = listAddress(Object.fromEntries(new URL(request.url).searchParams));
  const segment = segmentId ? (await listSegments(ctx)).find(({ id }) => id === segmentId) : null;
  if (segmentId && !segment) return new Response(null, { status: 404 });
  const body = await exportCustomers(ctx, {
    q,
    conditions: segment?.conditions ?? null,
    locale: await getLocale(),
    what: segment?.name ?? q,
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="customers-${workspace}.csv"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
