import { findForAnswer } from '@/features/knowledge/find-for-answer';
import { isLocale } from '@/i18n/locales';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

const MOST = 6;

/** Articles for an answer or a note, those in the language of the customer first: `?locale=` and `?q=`. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'knowledge.read');
  if (!ctx) return new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  const locale = query.get('locale');
  const text = (query.get('q') ?? '').slice(0, 300);
  const articles = await findForAnswer(ctx, { locale: isLocale(locale) ? locale : 'en', text, most: MOST });
  return Response.json({ articles }, { headers: { 'Cache-Control': 'private, no-store' } });
}
