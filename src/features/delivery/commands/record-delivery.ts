import { deliveryAfter, detailOf, type Outcome } from '@/domain/delivery/delivery';
import type { NewMessage } from '@/domain/ticket/ticket';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import { recordReport } from '@/features/tickets/commands/record-report';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Recorded = Readonly<{
  messageId: string;
  outcomes: readonly Outcome[];
  /** The report's own message, to be kept beside the one that it is about. */
  report?: NewMessage;
  /** Set when the message has left now. */
  sentAt?: Date;
}>;

/**
 * Writes what became of a message other than that it left as it should: one attempt for each recipient, the state of the
 * message, and an event on its ticket, so that whoever looks at it sees it at once. A report about what was said beside a ticket does not stand on it. Gives the ticket's id, or null when the message is gone or on no ticket.
 */
export async function recordDelivery(
  tx: Tx,
  ctx: SystemContext,
  { messageId, outcomes, report, sentAt }: Recorded,
): Promise<string | null> {
  const { workspaceId } = ctx;
  const message = await tx.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId } },
    select: { ticketId: true, delivery: true, sideConversation: { select: { ticketId: true } } },
  });
  const side = message?.sideConversation;
  const ticketId = message?.ticketId ?? side?.ticketId;
  const ticket = ticketId ? await findSurvivingTicket(tx, ctx, ticketId) : null;
  if (!message || !ticket) return null;
  await insertAttempts(tx, ctx, { messageId, outcomes });
  const delivery = deliveryAfter(message.delivery, outcomes);
  const detail = detailOf(outcomes);
  await tx.message.updateMany({
    where: { workspaceId, id: messageId },
    data: { delivery, deliveryDetail: detail || null, ...(sentAt && { sentAt }) },
  });
  const to = outcomes.find(({ state }) => state === 'deferred' || state === 'delayed')?.state ?? delivery;
  const event = { type: 'message.delivery_changed', messageId, to: to ?? 'sent', detail } as const;
  await recordReport(tx, ctx, { ticket, report: side ? null : (report ?? null), events: [event] });
  return ticket.id;
}

/** How an outcome reads in the list of tries: what is tried again is still under way. */
const ATTEMPT_STATES = { deferred: 'queued', delayed: 'sent' } as const;

async function insertAttempts(
  tx: Tx,
  ctx: SystemContext,
  { messageId, outcomes }: Pick<Recorded, 'messageId' | 'outcomes'>,
): Promise<void> {
  const at = ctx.now();
  await tx.deliveryAttempt.createMany({
    data: outcomes.map(({ state, recipient, code, detail }) => ({
      workspaceId: ctx.workspaceId,
      id: ctx.newId(),
      messageId,
      at,
      state: state === 'deferred' || state === 'delayed' ? ATTEMPT_STATES[state] : state,
      recipient,
      code,
      detail: detail.slice(0, 1000),
    })),
  });
}
