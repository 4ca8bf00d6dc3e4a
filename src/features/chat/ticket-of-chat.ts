import { mayOnTicket } from '@/domain/permission/can';
import type { Ticket } from '@/domain/ticket/ticket';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import type { Context, StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Chat, lockChat, lockTalk, type Talk } from './store';

type Asked = Readonly<{ sessionId: string; permission: 'ticket.reply' | 'ticket.update' }>;

/** A chat and its ticket, both locked for this transaction; null when they are not here or not for this member. */
export async function chatForStaff(
  tx: Tx,
  ctx: StaffContext,
  { sessionId, permission }: Asked,
): Promise<Readonly<{ chat: Chat; ticket: Ticket }> | null> {
  const chat = await lockChat(tx, ctx, sessionId);
  const ticket = chat?.ticketId ? await findSurvivingTicket(tx, ctx, chat.ticketId) : null;
  return chat && ticket && mayOnTicket(ctx.actor, permission, ticket) ? { chat, ticket } : null;
}

type TalkAsked = Readonly<{ sessionId: string; clientId: string; again: boolean }>;

/** As `chatForStaff`, for saying something: with what saving it needs to know. */
export async function talkForStaff(
  tx: Tx,
  ctx: StaffContext,
  { sessionId, clientId, again }: TalkAsked,
): Promise<(Talk & Readonly<{ ticket: Ticket }>) | null> {
  const talk = await lockTalk(tx, ctx, { id: sessionId, clientId, again });
  if (!talk?.chat.ticketId) return null;
  const ticket = talk.on?.ticket ?? (await findSurvivingTicket(tx, ctx, talk.chat.ticketId));
  return ticket && mayOnTicket(ctx.actor, 'ticket.reply', ticket) ? { ...talk, ticket } : null;
}

type Known = Readonly<{ chat: Pick<Chat, 'visitorId'>; ticket: Pick<Ticket, 'requesterId'> }>;

/**
 * Where a visitor can be reached by mail: at the address that they gave in this chat, else at the one of the customer whose
 * ticket it is. Null when there is none.
 */
export async function chatAddress(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { chat, ticket }: Known,
): Promise<Readonly<{ address: string; name: string | null }> | null> {
  const visitor = await tx.chatVisitor.findUnique({
    where: { workspaceId_id: { workspaceId, id: chat.visitorId } },
    select: { email: true, name: true },
  });
  if (visitor?.email) return { address: visitor.email, name: visitor.name || null };
  const identity = await tx.customerIdentity.findFirst({
    where: { workspaceId, customerId: ticket.requesterId, kind: 'email' },
    orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }],
    select: { value: true, customer: { select: { displayName: true } } },
  });
  return identity && { address: identity.value, name: identity.customer.displayName };
}

/** Ids of our composers and of visitors' browsers stand in one column: ours bear a mark. */
export const ownClientId = ({ actor }: Context, clientId: string): string =>
  `${actor.id ?? 'key'}:${clientId}`;
