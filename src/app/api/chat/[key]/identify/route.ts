import { ok } from '@/domain/shared/result';
import { identifyVisitor } from '@/features/chat/commands/identify-visitor';
import { identify } from '@/features/chat/protocol';
import { snapshotOf } from '@/features/chat/snapshot';
import { inputOf, preflight, visitorRoute } from '@/features/chat/visitor-door';

/** The host page proves who the visitor is; the token that this request came with ends. */
export const POST = visitorRoute(async ({ request, ctx, visitor }) => {
  const input = await inputOf(request, identify);
  if (!input.ok) return input;
  const identified = await identifyVisitor(ctx, { visitor, ...input.value });
  if (!identified.ok) return identified;
  const snapshot = await snapshotOf(ctx, visitor.sessionId);
  return snapshot.ok ? ok(Response.json({ ...identified.value, ...snapshot.value })) : snapshot;
});

export const OPTIONS = preflight;
