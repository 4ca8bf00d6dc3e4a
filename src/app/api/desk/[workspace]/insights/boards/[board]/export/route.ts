import { getLocale } from 'next-intl/server';
import { isBoard } from '@/domain/insights/boards';
import { exportNumbers, fileResponse } from '@/features/insights/commands/export-numbers';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string; board: string }> }>;

/** GET ?format=xlsx|csv&part=: a board as a file, narrowed as the board's own address is. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { workspace, board } = await params;
  const ctx = await staffFromRequest(workspace, 'insights.read');
  if (!ctx || !isBoard(board)) return new Response(null, { status: 404 });
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const file = await exportNumbers(ctx, {
    of: { board },
    format: parameters['format'] === 'csv' ? 'csv' : 'xlsx',
    part: parameters['part'] ?? null,
    parameters,
    locale: await getLocale(),
  });
  return file ? fileResponse(file) : new Response(null, { status: 404 });
}
