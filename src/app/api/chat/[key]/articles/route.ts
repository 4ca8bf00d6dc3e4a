import { fail, ok } from '@/domain/shared/result';
import { articlesQuery } from '@/features/chat/protocol';
import { preflight, strangerRoute } from '@/features/chat/visitor-door';
import { suggestInFrame } from '@/features/knowledge/commands/suggest-in-frame';

/** Public articles that may answer before anybody has to. */
export const GET = strangerRoute({
  limited: false,
  run: async ({ request, ctx, ip }) => {
    const asked = articlesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) return fail({ code: 'input.invalid' });
    if (!ctx.account.settings.knowledge) return ok(Response.json({ articles: [], visit: null }));
    const { q, language, visit } = asked.data;
    const userAgent = request.headers.get('user-agent') ?? '';
    const found = await suggestInFrame(ctx, { language, text: q, visit, ip, userAgent });
    return found.ok ? ok(Response.json(found.value)) : found;
  },
});

export const OPTIONS = preflight;
