import { ok } from '@/domain/shared/result';
import { promiseCall } from '@/features/chat/commands/call-me';
import { callMe } from '@/features/chat/protocol';
import { inputOf, outwardRoute, preflight } from '@/features/chat/visitor-door';

/** The visitor wants to be called. */
export const POST = outwardRoute(async ({ request, ctx, visitor }) => {
  const input = await inputOf(request, callMe);
  if (!input.ok) return input;
  const promised = await promiseCall(ctx, { visitor, call: input.value });
  return promised.ok ? ok(Response.json(promised.value, { status: 201 })) : promised;
});

export const OPTIONS = preflight;
