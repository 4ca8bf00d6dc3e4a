import { formPreview } from '@/features/forms/page/form-preview';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

/** POST a form as it stands in its builder: the page that it would be, as HTML. 422 for what no form can be. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'channel.manage');
  if (!ctx) return new Response(null, { status: 404 });
  const asked: unknown = await request.json().catch(() => null);
  return (await formPreview(ctx, asked)) ?? new Response(null, { status: 422 });
}
