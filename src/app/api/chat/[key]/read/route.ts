import { markReadByVisitor } from '@/features/chat/commands/mark-read';
import { read } from '@/features/chat/protocol';
import { done, inputOf, preflight, visitorRoute } from '@/features/chat/visitor-door';

/** The visitor has seen everything up to an entry. */
export const POST = visitorRoute(async ({ request, ctx, visitor }) => {
  const input = await inputOf(request, read);
  if (!input.ok) return input;
  if (visitor.sessionId) await markReadByVisitor(ctx, { sessionId: visitor.sessionId, ...input.value });
  return done();
});

export const OPTIONS = preflight;
