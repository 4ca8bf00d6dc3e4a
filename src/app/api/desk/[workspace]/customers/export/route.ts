import { getLocale } from 'next-intl/server';
import { listAddress } from '@/features/segments/list-address';
import { customersAsCsv } from '@/features/segments/queries';
import { staffFromRequest } from '@/server/auth/require-staff';
import { csvResponse } from '@/server/http/csv-response';

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

/** GET ?q=&segment=: the customers of a list as a CSV file. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { workspace } = await params;
  const ctx = await staffFromRequest(workspace, 'customer.export');
  if (!ctx) return new Response(null, { status: 404 });
  const { q, segmentId } = listAddress(Object.fromEntries(new URL(request.url).searchParams));
  const file = await customersAsCsv(ctx, { q, segmentId, locale: await getLocale() });
  return file ? csvResponse(file, `customers-${workspace}.csv`) : new Response(null, { status: 404 });
}
