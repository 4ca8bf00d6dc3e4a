import { searchArticles } from '@/features/knowledge/search-articles';
import { isLocale } from '@/i18n/locales';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

const MOST = 6;

/** Public articles in the language of a customer, for an answer: `?locale=` and `?q=`. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'knowledge.read');
  if (!ctx) return new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  const locale = query.get('locale');
  const text = (query.get('q') ?? '').slice(0, 300);
  const { hits } = await searchArticles(
    { ...ctx, audiences: ['public'] },
    { locale: isLocale(locale) ? locale : 'en', text, most: MOST },
  );
  const articles = hits.map(({ articleId, plainTitle, plainExcerpt }) => ({
    id: articleId,
    title: plainTitle,
    excerpt: plainExcerpt,
  }));
  return Response.json({ articles }, { headers: { 'Cache-Control': 'private, no-store' } });
}
