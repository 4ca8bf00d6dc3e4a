import { fail, ok } from '@/domain/shared/result';
import { visitorMessage } from '@/features/chat/commands/say-as-visitor';
import { entryOf, visitorFiles } from '@/features/chat/entries';
import { askForNews } from '@/features/chat/hub';
import { sendMessage } from '@/features/chat/protocol';
import { viewOfNews } from '@/features/chat/session-view';
import { inputOf, preflight, visitorRoute } from '@/features/chat/visitor-door';

/** The visitor says something. */
export const POST = visitorRoute(async ({ request, ctx, visitor }) => {
  const input = await inputOf(request, sendMessage);
  if (!input.ok) return input;
  const said = await visitorMessage(ctx, { visitor, message: input.value });
  if (!said.ok) return said;
  const { sessionId } = visitor;
  const { workspaceId } = ctx;
  const after = said.value.sequence - 1;
  const news = sessionId && (await askForNews(ctx.db, { workspaceId, sessionId, after }));
  const [row] = (news || null)?.entries ?? [];
  if (!news || !row) return fail({ code: 'not_found' });
  const { session } = await viewOfNews(ctx.db, ctx.account, news);
  return ok(Response.json({ entry: entryOf(row, visitorFiles(ctx.account, ctx.now())), session }));
});

export const OPTIONS = preflight;
