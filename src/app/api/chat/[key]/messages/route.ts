import { fail, ok } from '@/domain/shared/result';
import { visitorMessage } from '@/features/chat/commands/say-as-visitor';
import { chatEntries, visitorFiles } from '@/features/chat/entries';
import { sendMessage } from '@/features/chat/protocol';
import { sessionView } from '@/features/chat/session-view';
import { inputOf, preflight, visitorRoute } from '@/features/chat/visitor-door';

/** The visitor says something. */
export const POST = visitorRoute(async ({ request, ctx, visitor }) => {
  const input = await inputOf(request, sendMessage);
  if (!input.ok) return input;
  const said = await visitorMessage(ctx, { visitor, message: input.value });
  if (!said.ok) return said;
  const { sessionId } = visitor;
  const view = sessionId && (await sessionView(ctx.db, ctx.account, sessionId));
  if (!sessionId || !view) return fail({ code: 'not_found' });
  const wanted = { sessionId, after: said.value.sequence - 1, limit: 1 };
  const [entry] = await chatEntries(ctx.db, ctx, wanted, visitorFiles(ctx.account, ctx.now()));
  return ok(Response.json({ entry, session: view.session }));
});

export const OPTIONS = preflight;
