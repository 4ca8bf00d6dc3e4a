import { TONE_LANGUAGES } from '@/domain/tone/phrase';
import { toneHelp } from '@/features/tone/queries';
import { staffFromRequest } from '@/server/auth/require-staff';

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

/** GET ?language=: the dictionary and the settings that the composer's tone helper works with. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'ticket.reply');
  if (!ctx) return new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams.get('language');
  const language = TONE_LANGUAGES.find((each) => each === asked) ?? 'en';
  return Response.json(await toneHelp(ctx, language), { headers: { 'cache-control': 'private, no-store' } });
}
