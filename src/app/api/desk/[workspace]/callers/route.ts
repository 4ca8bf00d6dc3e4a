import { findCaller } from '@/features/phone/commands/find-caller';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

const LONGEST = 40;

/** Who calls from the number, says the code or has the name in `?q=`, while it is being typed. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'customer.read');
  if (!ctx) return new Response(null, { status: 404 });
  const typed = new URL(request.url).searchParams.get('q')?.slice(0, LONGEST) ?? '';
  return Response.json(await findCaller(ctx, typed));
}
