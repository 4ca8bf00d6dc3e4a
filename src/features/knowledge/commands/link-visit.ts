import { sessionIn } from '@/features/knowledge/help-session';
import type { HelpVisitor } from '@/features/knowledge/help-visitor';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { liveCustomerSession } from '@/server/portal/customer-session';

type Came = Readonly<{ ticketId: string; customerId: string }>;

type Visit = Pick<Context, 'workspaceId' | 'now'> &
  Readonly<{ db: Pick<Tx, 'helpSession'>; sessionId: string | null }>;

/**
 * Says what came of a visit: the request form made this ticket, of this customer. Later tickets of the customer count for the visit
 * too, whatever their channel (contracts G.14). Without a session there is nothing to say.
 */
export async function linkVisit(
  { db, workspaceId, now, sessionId }: Visit,
  { ticketId, customerId }: Came,
): Promise<void> {
  if (sessionId === null) return;
  await db.helpSession.updateMany({ where: { workspaceId, id: sessionId }, data: { customerId } });
  await db.helpSession.updateMany({
    where: { workspaceId, id: sessionId, ticketId: null },
    data: { ticketId, ticketAt: now() },
  });
}

/** The visit that a frame has a name for; null for a name that is not ours. */
export const visitNamed = (
  ctx: Pick<Context, 'workspaceId' | 'now'>,
  name: string | undefined,
): string | null => sessionIn(ctx, name);

/** The same for a visit by the name that a chat's window has for it; a name that is not ours says nothing. */
export const linkNamedVisit = (
  tx: Tx,
  ctx: Pick<Context, 'workspaceId' | 'now'>,
  { visit, ...came }: Came & Readonly<{ visit: string | undefined }>,
): Promise<void> => linkVisit({ ...ctx, db: tx, sessionId: visitNamed(ctx, visit) }, came);

type Known = Readonly<{ visit: string | undefined; customerId: string }>;

/**
 * Says whose visit it is: somebody signed in to the portal in the same browser. What they send later, by any channel, counts for
 * the visit (contracts G.14). A cookie that is not ours, or none, says nothing.
 */
export async function identifyVisit(
  tx: Pick<Tx, 'helpSession'>,
  ctx: Pick<Context, 'workspaceId' | 'now'>,
  { visit, customerId }: Known,
): Promise<void> {
  const id = visitNamed(ctx, visit);
  const { workspaceId } = ctx;
  if (id !== null) await tx.helpSession.updateMany({ where: { workspaceId, id }, data: { customerId } });
}

/** The customer who reads while they are signed in to the portal; null for anybody else. */
export async function readerOf({ db, workspaceId, now, customerToken }: HelpVisitor): Promise<string | null> {
  if (!customerToken) return null;
  const session = await liveCustomerSession(db, { workspaceId, token: customerToken, at: now() });
  return session?.customer.id ?? null;
}

/** Says whose visit one is, when the visitor reads while they are signed in. */
export async function identifyReader(visitor: HelpVisitor, sessionId: string): Promise<void> {
  const customerId = await readerOf(visitor);
  const { db, workspaceId } = visitor;
  if (customerId)
    await db.helpSession.updateMany({ where: { workspaceId, id: sessionId }, data: { customerId } });
}
