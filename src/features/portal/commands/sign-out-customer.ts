import { ok, type Result } from '@/domain/shared/result';
import type { ActingCustomer } from '@/server/actions/portal-action';

type SignedOut = Result<Readonly<{ customerToken: string; goTo: string }>, never>;

/** Signs this browser out of the portal. */
export async function signOutCustomer({ ctx, href, sessionId }: ActingCustomer): Promise<SignedOut> {
  if (sessionId) {
    await ctx.db.customerSession.updateMany({
      where: { workspaceId: ctx.workspaceId, id: sessionId, revokedAt: null },
      data: { revokedAt: ctx.now() },
    });
  }
  return ok({ customerToken: '', goTo: href() });
}

/** Signs the customer out of every browser, this one too. */
export async function signOutEverywhere({ ctx, href, sessionId }: ActingCustomer): Promise<SignedOut> {
  if (!sessionId) return ok({ customerToken: '', goTo: href() });
  await ctx.db.customerSession.updateMany({
    where: { workspaceId: ctx.workspaceId, customerId: ctx.actor.id, revokedAt: null },
    data: { revokedAt: ctx.now() },
  });
  return ok({ customerToken: '', goTo: href() });
}
