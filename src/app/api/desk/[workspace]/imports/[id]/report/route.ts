import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { getImport, importReport } from '@/features/imports/queries';
import { staffFromRequest } from '@/server/auth/require-staff';
import { csvResponse } from '@/server/http/csv-response';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

/** What became of every line of a file, as CSV in the reader's language. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'customer.import');
  const found = ctx && z.uuid().safeParse(id).success ? await getImport(ctx, id) : null;
  if (!ctx || !found) return new Response(null, { status: 404 });
  const report = await importReport(ctx, { file: found, locale: await getLocale() });
  return csvResponse(report, 'import-report.csv');
}
