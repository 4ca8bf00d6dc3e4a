import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { Ticket } from '@/domain/ticket/ticket';
import { mailboxOfTicket } from '@/features/delivery/commands/mailbox-of-ticket';
import { queueMessage } from '@/features/delivery/commands/queue-message';
import type { StartSideInput } from '@/features/tickets/commands/side-fields';
import { forwardedPart } from '@/features/tickets/forwarded-part';
import { sideMessage } from '@/features/tickets/side-message';
import { saveInSide, tellSent } from '@/features/tickets/side-store';
import { findTicket } from '@/features/tickets/store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

export type Started = Readonly<{ sideId: string; messageId: string; sendAt: Date }>;
type Refused = Readonly<{ code: 'not_found' | 'ticket.no_address' | 'side.customer' }>;

/**
 * Begins a conversation by mail with somebody who is not the customer, within a ticket; a message of the ticket, with the
 * files that were chosen, can be passed on with it. The customer sees nothing of it, and neither their clocks nor the status
 * move. The mail leaves after the undo time.
 */
export function startSide(ctx: StaffContext, input: StartSideInput): Promise<Result<Started, Refused>> {
  return transaction(ctx, (tx) => startIn(tx, ctx, input));
}

async function startIn(tx: Tx, ctx: StaffContext, input: StartSideInput): Promise<Result<Started, Refused>> {
  const ticket = await findTicket(tx, ctx, input.ticketId);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) return fail({ code: 'not_found' });
  if (await isCustomers(tx, ctx, { ticket, addresses: [...input.to, ...input.cc] }))
    return fail({ code: 'side.customer' });
  const mailbox = await mailboxOfTicket(tx, ctx, ticket);
  if (!mailbox) return fail({ code: 'ticket.no_address' });
  const forwarded =
    input.forward && (await forwardedPart(tx, ctx, { ...input.forward, ticketId: ticket.id }));
  if (forwarded === null) return fail({ code: 'not_found' });

  const { subject, html, to, cc, attachmentIds } = input;
  const sideId = ctx.newId();
  const message = await sideMessage(tx, ctx, {
    ...{ sideId, mailbox, subject, html, to, cc, attachmentIds, ticketNumber: ticket.number },
    ...(forwarded && { below: forwarded.html, files: forwarded.files }),
  });
  if (message.to.length === 0) return fail({ code: 'ticket.no_address' });
  const side = { id: sideId, ticketId: ticket.id, subject };
  const at = ctx.now();
  await tx.sideConversation.create({
    data: {
      ...side,
      workspaceId: ctx.workspaceId,
      channelAccountId: mailbox.id,
      startedById: ctx.actor.id,
      createdAt: at,
      activityAt: at,
    },
    select: { id: true },
  });
  await saveInSide(tx, ctx, { side, message });
  await queueMessage(tx, ctx, { message, kind: 'reply' });
  await tellSent(tx, ctx, { side, message });
  return ok({ sideId, messageId: message.id, sendAt: message.sendAt ?? at });
}

type Meant = Readonly<{ ticket: Ticket; addresses: readonly string[] }>;

/** Whoever is to be answered as the customer is answered on the ticket, where it counts. */
async function isCustomers(
  tx: Tx,
  { workspaceId }: StaffContext,
  { ticket, addresses }: Meant,
): Promise<boolean> {
  const value = { in: addresses.map((address) => address.toLowerCase()) };
  const where = { workspaceId, customerId: ticket.requesterId, kind: 'email' as const, value };
  return (await tx.customerIdentity.count({ where })) > 0;
}
