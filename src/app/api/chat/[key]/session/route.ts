import { ok } from '@/domain/shared/result';
import { snapshotOf } from '@/features/chat/snapshot';
import { preflight, visitorRoute } from '@/features/chat/visitor-door';

/** The visitor's newest chat, as after a reload. */
export const GET = visitorRoute(async ({ ctx, visitor }) => {
  const snapshot = await snapshotOf(ctx, visitor.sessionId);
  return snapshot.ok ? ok(Response.json(snapshot.value)) : snapshot;
});

export const OPTIONS = preflight;
