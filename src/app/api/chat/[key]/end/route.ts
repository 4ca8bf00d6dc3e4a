import { fail } from '@/domain/shared/result';
import { endChatSession } from '@/features/chat/commands/end-chat';
import { done, preflight, visitorRoute } from '@/features/chat/visitor-door';

/** The visitor ends the chat. */
export const POST = visitorRoute(async ({ ctx, visitor }) => {
  const { sessionId } = visitor;
  const ended = sessionId && (await endChatSession(ctx, { sessionId, by: 'visitor' }));
  return ended ? done() : fail({ code: 'not_found' });
});

export const OPTIONS = preflight;
