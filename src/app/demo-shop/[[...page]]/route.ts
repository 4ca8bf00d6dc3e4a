import { demoShopPage } from '@/features/chat/demo-shop';
import { pickLocale } from '@/i18n/locales';
import { processWorld } from '@/server/world';

type Props = Readonly<{ params: Promise<Readonly<{ page?: readonly string[] }>> }>;

/** GET /demo-shop and /demo-shop/cart: a shop to try the chat on, where there is a demo workspace. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { page: path = [] } = await params;
  const page = path.length === 0 ? 'machines' : 'cart';
  if (page === 'cart' && path.join('/') !== 'cart') return new Response(null, { status: 404 });
  const locale = pickLocale({
    user: new URL(request.url).searchParams.get('language') ?? undefined,
    acceptLanguage: request.headers.get('accept-language'),
  });
  return (await demoShopPage(processWorld().db, { locale, page })) ?? new Response(null, { status: 404 });
}
