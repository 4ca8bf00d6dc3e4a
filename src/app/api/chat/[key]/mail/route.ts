import { continueByMail } from '@/features/chat/commands/go-on-by-mail';
import { toAddress } from '@/features/chat/protocol';
import { done, inputOf, outwardRoute, preflight } from '@/features/chat/visitor-door';

/** The visitor leaves, and our next words go by mail. */
export const POST = outwardRoute(async ({ request, ctx, visitor }) => {
  const input = await inputOf(request, toAddress);
  if (!input.ok) return input;
  const sent = await continueByMail(ctx, { visitor, ...input.value });
  return sent.ok ? done() : sent;
});

export const OPTIONS = preflight;
