import { suggestArticles } from '@/features/knowledge/commands/suggest-articles';
import { helpVisitor } from '@/features/knowledge/help-visitor';
import { isLocale } from '@/i18n/locales';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** Public articles for what somebody is typing: `?locale=` and `?q=`. Counts as a search of the visitor. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const visitor = await helpVisitor(request, (await params).workspace);
  if (!visitor) return new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  const asked = query.get('locale');
  const text = (query.get('q') ?? '').slice(0, 300);
  const locale = isLocale(asked) ? asked : visitor.portal.locales[0];
  const answer = await suggestArticles(visitor, { locale, text });
  if (!answer.ok) {
    return new Response(null, { status: 429, headers: { 'Retry-After': String(answer.error.retryAfter) } });
  }
  const { articles, cookie } = answer.value;
  return Response.json(
    { articles },
    { headers: { 'Cache-Control': 'private, no-store', ...(cookie && { 'Set-Cookie': cookie }) } },
  );
}
