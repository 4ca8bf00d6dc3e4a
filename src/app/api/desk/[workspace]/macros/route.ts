import { listUsableMacros } from '@/features/macros/queries';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** The macros and canned replies that the reader can use, what they use most first. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.note');
  if (!ctx) return new Response(null, { status: 404 });
  const macros = await listUsableMacros(ctx);
  return Response.json({ macros }, { headers: { 'cache-control': 'private, no-store' } });
}
