import type { ChatSnapshot } from '@/domain/chat/protocol';
import { fail, ok, type Result } from '@/domain/shared/result';
import { chatEntries, visitorFiles } from '@/features/chat/entries';
import { MOST_ENTRIES } from '@/features/chat/news';
import { sessionView } from '@/features/chat/session-view';
import type { VisitorContext } from '@/features/chat/visitor';

/** A chat as its visitor sees it after a reload. */
export async function snapshotOf(
  ctx: VisitorContext,
  sessionId: string | null,
): Promise<Result<ChatSnapshot, Readonly<{ code: 'not_found' }>>> {
  const view = sessionId ? await sessionView(ctx.db, ctx.account, sessionId) : null;
  if (!sessionId || !view) return fail({ code: 'not_found' });
  const address = visitorFiles(ctx.account, ctx.now());
  const wanted = { sessionId, after: 0, limit: MOST_ENTRIES, newest: true };
  const entries = await chatEntries(ctx.db, ctx, wanted, address);
  return ok({ session: view.session, entries, sequence: entries.at(-1)?.sequence ?? 0 });
}
