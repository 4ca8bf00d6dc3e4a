import { fail, ok } from '@/domain/shared/result';
import { keepVisitor } from '@/features/chat/commands/keep-visitor';
import { eventsQuery } from '@/features/chat/protocol';
import { visitorOf } from '@/features/chat/visitor';
import { preflight, visitorRoute } from '@/features/chat/visitor-door';
import { mayListen, visitorStream } from '@/features/chat/visitor-stream';

export const dynamic = 'force-dynamic';

/** What happens in the visitor's chat, from an entry on. */
export const GET = visitorRoute(async ({ request, ctx, visitor, bearer }) => {
  if (!visitor.sessionId || !bearer) return fail({ code: 'not_found' });
  const last = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after');
  const asked = eventsQuery.safeParse({ after: last ?? 0 });
  if (!asked.success) return fail({ code: 'input.invalid' });
  if (!mayListen(visitor.sessionId)) return fail({ code: 'rate.limited' });
  await keepVisitor(ctx, visitor.id);
  const stillWelcome = async () => (await visitorOf(ctx.db, ctx, bearer)) !== null;
  const { sessionId } = visitor;
  return ok(visitorStream(ctx, { sessionId, ...asked.data, signal: request.signal, stillWelcome }));
});

export const OPTIONS = preflight;
