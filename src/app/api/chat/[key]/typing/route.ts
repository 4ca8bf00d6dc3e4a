import { tellTyping } from '@/features/chat/commands/tell-typing';
import { typing } from '@/features/chat/protocol';
import { done, inputOf, preflight, visitorRoute } from '@/features/chat/visitor-door';

/** The visitor types, or has stopped. */
export const POST = visitorRoute(async ({ request, ctx, visitor }) => {
  const input = await inputOf(request, typing);
  if (!input.ok) return input;
  const { sessionId } = visitor;
  if (sessionId) await tellTyping(ctx, { sessionId, side: 'visitor', ...input.value });
  return done();
});

export const OPTIONS = preflight;
