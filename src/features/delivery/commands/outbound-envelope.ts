import type { Address } from '@/domain/channel/message';
import { subjectOfAnswer } from '@/domain/intake/subject';
import type { Ticket } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import { replyAddress } from '@/server/crypto/mail-tokens';
import type { Tx } from '@/server/db/client';
import { mailboxOfTicket } from './mailbox-of-ticket';

/** Everything of a mail's head that follows from its ticket. */
export type OutboundEnvelope = Readonly<{
  channelAccountId: string;
  from: Address;
  replyTo: Address;
  /** Without angle brackets, as everywhere. */
  messageId: string;
  inReplyTo: readonly string[];
  references: readonly string[];
  subject: string;
  requester: Address | null;
}>;

const REFERENCES_LIMIT = 20;

/**
 * The head of an outgoing mail on this ticket (contracts A.2): sender mailbox, signed reply address, Message-ID, and
 * the thread's ids (the first and the last nineteen). Null when the workspace has no mailbox to send from.
 */
export async function outboundEnvelope(
  tx: Tx,
  ctx: Context,
  { ticket, messageId }: Readonly<{ ticket: Ticket; messageId: string }>,
): Promise<OutboundEnvelope | null> {
  const mailbox = await mailboxOfTicket(tx, ctx, ticket);
  if (!mailbox) return null;
  const [thread, requester] = await Promise.all([
    threadIds(tx, ctx, ticket.id),
    requesterOf(tx, ctx, ticket),
  ]);
  const host = mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1);
  return {
    channelAccountId: mailbox.id,
    from: { address: mailbox.address, name: mailbox.name },
    replyTo: { address: replyAddress(mailbox.address, ctx.workspaceId, ticket.number), name: mailbox.name },
    messageId: `t${ticket.number}.${messageId}@${host}`,
    inReplyTo: thread.lastInbound ? [thread.lastInbound] : [],
    references: thread.references,
    subject: subjectOfAnswer(ticket.number, ticket.subject),
    requester,
  };
}

async function threadIds(tx: Tx, ctx: Context, ticketId: string) {
  const rows = await tx.message.findMany({
    where: { workspaceId: ctx.workspaceId, ticketId, messageId: { not: null }, direction: { not: 'note' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { messageId: true, direction: true, delivery: true },
  });
  const left = rows.filter((row) => row.delivery !== 'cancelled' && row.delivery !== 'queued').reverse();
  const ids = left.flatMap((row) => row.messageId ?? []);
  const references =
    ids.length > REFERENCES_LIMIT ? [...ids.slice(0, 1), ...ids.slice(1 - REFERENCES_LIMIT)] : ids;
  const lastInbound = left.findLast((row) => row.direction === 'inbound')?.messageId ?? ids.at(-1) ?? null;
  return { references, lastInbound };
}

async function requesterOf(tx: Tx, ctx: Context, ticket: Ticket): Promise<Address | null> {
  const identity = await tx.customerIdentity.findFirst({
    where: { workspaceId: ctx.workspaceId, customerId: ticket.requesterId, kind: 'email' },
    orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }],
    select: { value: true, customer: { select: { displayName: true } } },
  });
  return identity && { address: identity.value, name: identity.customer.displayName };
}
