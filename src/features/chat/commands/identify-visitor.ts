import type { ChatIdentity } from '@/domain/chat/protocol';
import { fail, ok, type Result } from '@/domain/shared/result';
import { customerOfVisitor, nameless } from '@/features/chat/customer-of-visitor';
import { verifiedIdentity } from '@/features/chat/identity-secrets';
import { type ChatVisitor, type VisitorContext, visitorExpiry } from '@/features/chat/visitor';
import { newToken, tokenHashOf } from '@/features/chat/visitor-token';
import { changeRequester } from '@/features/tickets/commands/change-requester';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, chatTopic } from '@/server/live/announce';

type Asked = Readonly<{ visitor: ChatVisitor; identity: ChatIdentity }>;

/**
 * The host page proves who the visitor is. They get a new token, the old one ends, and what they said before they signed
 * in goes over to the customer that they are. A visitor who was somebody else before is not turned into this one: their
 * page has to begin anew.
 */
export async function identifyVisitor(
  ctx: VisitorContext,
  { visitor, identity }: Asked,
): Promise<Result<Readonly<{ token: string }>, Readonly<{ code: 'token.invalid' }>>> {
  const proof = verifiedIdentity(ctx.account, identity, ctx.now());
  if (!proof.ok) return proof;
  const { userId, name, email } = proof.value;
  if (visitor.externalId !== null && visitor.externalId !== userId) return fail({ code: 'token.invalid' });
  const token = newToken();
  const at = ctx.now();
  return transaction(ctx, async (tx) => {
    const known = { ...visitor, externalId: userId, verifiedAt: at, name: name ?? visitor.name };
    const proven = { ...known, email: email ?? visitor.email };
    // An address that was only typed stays only typed.
    const locale = await localeOf(tx, ctx, visitor);
    const person = { ...proven, email, verified: true, mailProven: true, locale };
    const moved = await customerOfVisitor(tx, ctx, person);
    if (visitor.customerId && moved.id !== visitor.customerId)
      await moveTickets(tx, ctx, { visitor: proven, from: visitor.customerId, to: moved.id });
    await tx.chatVisitor.updateMany({
      where: { workspaceId: ctx.workspaceId, id: visitor.id },
      data: {
        tokenHash: tokenHashOf(token),
        externalId: userId,
        verifiedAt: at,
        name: proven.name,
        email: proven.email,
        customerId: moved.id,
        expiresAt: visitorExpiry(at),
      },
    });
    if (visitor.sessionId) await announce(tx, [chatTopic(ctx.workspaceId, visitor.sessionId)]);
    return ok({ token });
  });
}

async function localeOf(
  tx: Tx,
  { workspaceId, account }: VisitorContext,
  { id }: ChatVisitor,
): Promise<string> {
  const row = await tx.chatVisitor.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { locale: true },
  });
  return row?.locale ?? account.settings.defaultLanguage;
}

type Move = Readonly<{ visitor: ChatVisitor; from: string; to: string }>;

/** The visitor's own tickets and words, of which somebody nameless was the requester, are this customer's. */
async function moveTickets(tx: Tx, ctx: VisitorContext, { visitor, from, to }: Move): Promise<void> {
  const { workspaceId } = ctx;
  const sessions = await tx.chatSession.findMany({
    where: { workspaceId, visitorId: visitor.id, ticketId: { not: null } },
    select: { ticketId: true },
    take: 50,
  });
  const ids = [...new Set(sessions.flatMap(({ ticketId }) => ticketId ?? []))];
  const by = { kind: 'customer', id: to, name: visitor.name || nameless(visitor) } as const;
  for (const ticketId of ids) await changeRequester(tx, ctx, { ticketId, from, to, by });
  await tx.message.updateMany({
    where: { workspaceId, ticketId: { in: ids }, authorCustomerId: from },
    data: { authorCustomerId: to },
  });
  await tx.customerIdentity.updateMany({
    where: { workspaceId, customerId: from, kind: 'chat', value: `visitor:${visitor.id}` },
    data: { customerId: to, primary: false },
  });
}
