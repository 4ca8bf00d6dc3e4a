import { shownForm } from '@/features/forms/form-rows';
import { suggestInFrame } from '@/features/knowledge/commands/suggest-in-frame';
import { visitIn } from '@/features/knowledge/help-visitor';
import { isLocale, LOCALES } from '@/i18n/locales';
import { clientAddress } from '@/server/auth/client-address';
import { env } from '@/server/env';
import { processWorld } from '@/server/world';

type Props = Readonly<{ params: Promise<Readonly<{ key: string }>> }>;

/** A form in the sandboxed frame of another page has no origin; what is answered is for everybody, and needs no cookie. */
const OPEN = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };

/**
 * GET /form/<key>/articles?language=&q=&visit=: public articles that may answer what somebody types into a form. Within the help
 * centre it is part of the visit that its cookie names, and else of the one that an earlier answer named.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const world = processWorld();
  const form = await shownForm(world.db, (await params).key);
  if (!form) return new Response(null, { status: 404, headers: OPEN });
  const query = new URL(request.url).searchParams;
  const language = query.get('language');
  const ctx = { ...world, workspaceId: form.workspaceId };
  const found = await suggestInFrame(ctx, {
    language: isLocale(language) ? language : LOCALES[0],
    text: (query.get('q') ?? '').slice(0, 300),
    visit: query.get('visit') ?? undefined,
    sessionId: visitIn(ctx, request),
    ip: clientAddress(request.headers, env().TRUST_PROXY),
    userAgent: request.headers.get('user-agent') ?? '',
  });
  if (!found.ok) return new Response(null, { status: 429, headers: OPEN });
  return Response.json(found.value, { headers: OPEN });
}
