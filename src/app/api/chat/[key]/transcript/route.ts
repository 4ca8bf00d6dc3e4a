import { sendTranscript } from '@/features/chat/commands/send-transcript';
import { toAddress } from '@/features/chat/protocol';
import { done, inputOf, outwardRoute, preflight } from '@/features/chat/visitor-door';

/** Sends the visitor what was said. */
export const POST = outwardRoute(async ({ request, ctx, visitor }) => {
  const input = await inputOf(request, toAddress);
  if (!input.ok) return input;
  const sent = await sendTranscript(ctx, { visitor, ...input.value });
  return sent.ok ? done() : sent;
});

export const OPTIONS = preflight;
