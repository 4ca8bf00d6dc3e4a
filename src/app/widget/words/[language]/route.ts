import { isLocale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';

type Props = Readonly<{ params: Promise<Readonly<{ language: string }>> }>;

/** GET /widget/words/<language>: the texts of the widget, for a page that changes its language without a reload. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { language } = await params;
  if (!isLocale(language)) return new Response(null, { status: 404 });
  const { widget } = await messagesOf(language);
  return Response.json(widget, { headers: { 'cache-control': 'public, max-age=300' } });
}
