import { findCaller } from '@/features/phone/find-caller';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

const LONGEST = 40;

/** Who calls from the number in `?number=`, while it is being typed. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'customer.read');
  if (!ctx) return new Response(null, { status: 404 });
  const number = new URL(request.url).searchParams.get('number')?.slice(0, LONGEST) ?? '';
  return Response.json(await findCaller(ctx, number));
}
