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
  const query = new URL(request.url).searchParams;
  const last = request.headers.get('last-event-id') ?? query.get('after');
  const asked = eventsQuery.safeParse({ after: last ?? 0, turn: query.get('turn') ?? undefined });
  if (!asked.success) return fail({ code: 'input.invalid' });
  if (!mayListen(visitor.sessionId)) return fail({ code: 'rate.limited' });
  await keepVisitor(ctx, visitor.id);
  const stillWelcome = async () => (await visitorOf(ctx.db, ctx, bearer)) !== null;
  const { after, turn } = asked.data;
  const connection = { signal: request.signal, stillWelcome, inTurns: turn !== undefined };
  return ok(visitorStream(ctx, { sessionId: visitor.sessionId, after, ...connection }));
});

export const OPTIONS = preflight;
