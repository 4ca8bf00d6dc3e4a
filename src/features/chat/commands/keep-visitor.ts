import { type VisitorContext, visitorExpiry } from '@/features/chat/visitor';

/** The visitor was here: their token holds for another thirty days. */
export async function keepVisitor(ctx: VisitorContext, id: string): Promise<void> {
  const at = ctx.now();
  await ctx.db.chatVisitor.updateMany({
    where: { workspaceId: ctx.workspaceId, id },
    data: { lastSeenAt: at, expiresAt: visitorExpiry(at) },
  });
}
