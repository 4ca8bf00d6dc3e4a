import { shownForm } from '@/features/forms/form-rows';
import { formPage } from '@/features/forms/page/form-page';
import { takeForm } from '@/features/forms/page/take-form';
import { visitIn } from '@/features/knowledge/help-visitor';
import { isLocale, pickLocale } from '@/i18n/locales';
import { clientAddress } from '@/server/auth/client-address';
import type { SystemContext } from '@/server/context';
import { env } from '@/server/env';
import { processWorld } from '@/server/world';

type Props = Readonly<{ params: Promise<Readonly<{ key: string }>> }>;

/** GET /form/<key>?language=<tag>: the page of a form, alone or in a frame of another page. Reads and sets no cookie. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const asked = await formAsked(request, (await params).key);
  if (!asked) return new Response(null, { status: 404 });
  const { ctx, ip: _, visit: __, ...shown } = asked;
  return formPage({ ...shown, id: ctx.newId(), at: ctx.now(), typed: givenOf(request) });
}

/** POST /form/<key>: what somebody filled in. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const asked = await formAsked(request, (await params).key);
  if (!asked) return new Response(null, { status: 404 });
  const { ctx, ...arrived } = asked;
  return takeForm(ctx, request, arrived);
}

async function formAsked(request: Request, key: string) {
  const world = processWorld();
  const form = await shownForm(world.db, key);
  if (!form) return null;
  const query = new URL(request.url).searchParams;
  const language = query.get('language')?.slice(0, 2).toLowerCase();
  const spoken = isLocale(language)
    ? language
    : pickLocale({ acceptLanguage: request.headers.get('accept-language') });
  const actor = { kind: 'system', id: 'intake', name: 'intake' } as const;
  const ctx: SystemContext = { workspaceId: form.workspaceId, actor, ...world };
  const ip = clientAddress(request.headers, env().TRUST_PROXY);
  const visit = visitIn(ctx, request);
  const isSaid = (name: string) => query.get(name) === '1';
  const shown = { embedded: isSaid('embedded'), untitled: isSaid('untitled') };
  return { ctx, form, locale: spoken, ...shown, ip, visit };
}

/** What the address fills in beforehand, such as `?order=KT-1` of a hidden field, and the page that embeds it. */
function givenOf(request: Request): Record<string, string[]> {
  const query = [...new URL(request.url).searchParams].filter(([name]) =>
    /^[a-z][a-z0-9_-]{0,59}$/.test(name),
  );
  return Object.fromEntries(query.map(([name, value]) => [name, [value.slice(0, 500)]]));
}
