import { isOnlyThanks } from '@/domain/intake/thanks';
import { type Thread, threadOf } from '@/domain/intake/thread';
import type { CustomerActor } from '@/domain/permission/actor';
import type { PromiseMade } from '@/domain/promise/event';
import { previewOf } from '@/domain/ticket/add-message';
import type { Opening as OpeningTicket } from '@/domain/ticket/receive';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { customerByEmail } from '@/features/customers/commands/customer-by-email';
import { queueMessage } from '@/features/delivery/commands/queue-message';
import { acknowledgementOf } from '@/features/intake/acknowledgement';
import { inboundMessage } from '@/features/intake/inbound-message';
import type { Placed, Placing } from '@/features/intake/placing';
import { openingWithout } from '@/features/promises/commands/opening-notice';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import { openReceivedTicket } from '@/features/tickets/commands/open-received-ticket';
import { receiveOnTicket } from '@/features/tickets/commands/receive-on-ticket';
import { takeTicketNumber } from '@/features/tickets/commands/take-ticket-number';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** The most common of all cases: somebody outside wrote. Puts it on its ticket, or opens one and acknowledges it. */
export async function placeCustomerMail(tx: Tx, ctx: SystemContext, placing: Placing): Promise<Placed> {
  const thread = threadOf(placing.clues, placing.facts.thread) ?? returnedThread(placing);
  const ticket = thread && (await findSurvivingTicket(tx, ctx, thread.ticketId));
  const customer = await senderOf(tx, ctx, placing);
  const author = { kind: 'customer', ...customer } as const;
  const message = inboundMessage(ctx, placing, { author, threadedBy: thread?.by ?? 'new' });
  if (!ticket) return { ticketId: await open(tx, ctx, { placing, message, followUpOf: null }) };

  const thanks = !message.automated && isOnlyThanks(message.visibleText, customer.name);
  // What a closed ticket may still take is what needs no answer.
  if (ticket.status === 'closed' && !thanks && !message.automated) {
    const followUp: NewMessage = { ...message, threadedBy: 'follow_up' };
    return { ticketId: await open(tx, ctx, { placing, message: followUp, followUpOf: ticket }) };
  }
  const by: CustomerActor = { kind: 'customer', id: customer.id, name: customer.name };
  await receiveOnTicket(tx, ctx, { ticket, message: { ...message, thanks }, by });
  return { ticketId: ticket.id };
}

type Returned = Omit<Thread, 'by'> & Readonly<{ by: 'bounce_token' }>;

/** A mail to the envelope sender of one of our mails: many out-of-office programs answer there (RFC 3834 §4). */
function returnedThread({ facts, clues }: Placing): Returned | null {
  const ticketId = clues.bouncedMailId ? facts.reported?.ticketId : null;
  return ticketId ? { ticketId, by: 'bounce_token' } : null;
}

/** The sender as a customer, with name and address as they stand on this mail. */
async function senderOf(tx: Tx, ctx: SystemContext, { facts, mail }: Placing) {
  const sender = mail.sender;
  if (!sender) throw new Error('a mail without a sender was to be placed');
  const { address, name } = sender;
  const known =
    facts.customer ??
    (await customerByEmail(tx, ctx, { email: address, name: name ?? '', locale: mail.language }));
  return { id: known.id, name: name ?? known.displayName, address };
}

type Opening = Readonly<{ placing: Placing; message: NewMessage; followUpOf: Ticket | null }>;

async function open(tx: Tx, ctx: SystemContext, { placing, message, followUpOf }: Opening): Promise<string> {
  const { raw, mail, verdict } = placing;
  const { author } = message;
  if (author.kind !== 'customer') throw new Error('only a customer opens a ticket by mail');
  const opening = {
    id: ctx.newId(),
    number: await takeTicketNumber(tx, ctx),
    subject: mail.subject || previewOf(mail.visibleText),
    channel: 'email' as const,
    channelAccountId: raw.mailbox.id,
    requesterId: author.id,
    teamId: followUpOf?.teamId ?? raw.mailbox.teamId,
    language: mail.language,
    followUpOfId: followUpOf?.id ?? null,
    spam: verdict.as === 'spam',
  };
  const acknowledgement = await acknowledgementOf(tx, ctx, { placing, opening });
  const ticket = await openReceivedTicket(tx, ctx, {
    opening,
    message,
    by: { kind: 'customer', id: author.id, name: author.name },
    beside: acknowledgement ? [acknowledgement.message] : [],
    promised: acknowledgement?.promised ?? (await untold(tx, ctx, { placing, opening })),
  });
  if (acknowledgement) {
    await queueMessage(tx, ctx, {
      message: acknowledgement.message,
      kind: 'acknowledgement',
      uniqueKey: `ack:${ticket.id}`,
      headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    });
  }
  return ticket.id;
}

/** What a person may count on to whom no mail tells a time: the portal does. Programs are promised nothing. */
async function untold(
  tx: Tx,
  ctx: SystemContext,
  { placing: { mail, verdict }, opening }: Readonly<{ placing: Placing; opening: OpeningTicket }>,
): Promise<PromiseMade | null> {
  if (verdict.as !== 'human' || mail.automated !== null) return null;
  return openingWithout(tx, ctx, opening);
}
