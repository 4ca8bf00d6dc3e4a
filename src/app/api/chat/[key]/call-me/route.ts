import { ok } from '@/domain/shared/result';
import { promiseCall } from '@/features/chat/commands/call-me';
import { callMe } from '@/features/chat/protocol';
import { inputOf, preflight, visitorRoute } from '@/features/chat/visitor-door';

/** The visitor wants to be called. */
export const POST = visitorRoute(async ({ request, ctx, visitor }) => {
  const input = await inputOf(request, callMe);
  if (!input.ok) return input;
  const promised = await promiseCall(ctx, { visitor, call: input.value });
  return promised.ok ? ok(Response.json(promised.value, { status: 201 })) : promised;
});

export const OPTIONS = preflight;
