import type { ForwardedMessage } from '@/domain/channel/message';
import { bareSubject } from '@/domain/intake/subject';
import { may } from '@/domain/permission/can';
import type { NewMessage } from '@/domain/ticket/ticket';
import { customerByEmail } from '@/features/customers/commands/customer-by-email';
import { inboundMessage } from '@/features/intake/inbound-message';
import type { Placed, Placing } from '@/features/intake/placing';
import { staffActorOf } from '@/features/intake/staff-actor';
import { openReceivedTicket } from '@/features/tickets/commands/open-received-ticket';
import { takeTicketNumber } from '@/features/tickets/commands/take-ticket-number';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/**
 * A colleague forwarded a customer's mail to us by hand: the ticket is the customer's, and what the colleague wrote above
 * it is a note. Null when this is no such mail, or when the one whose mail it was works here too.
 */
export async function placeForwarded(tx: Tx, ctx: SystemContext, placing: Placing): Promise<Placed | null> {
  const { mail, facts, verdict, clues } = placing;
  const by = facts.staff && staffActorOf(facts.staff);
  const forwarded = mail.forwarded;
  if (!by || !forwarded || verdict.as !== 'human' || clues.signedNumbers.length > 0) return null;
  if (!may(by, 'ticket.create') || (await isOneOfUs(tx, ctx, forwarded.from.address))) return null;

  const { from } = forwarded;
  const requester = await customerByEmail(tx, ctx, {
    email: from.address,
    name: from.name ?? '',
    locale: mail.language,
  });
  const ticket = await openReceivedTicket(tx, ctx, {
    opening: {
      id: ctx.newId(),
      number: await takeTicketNumber(tx, ctx),
      subject: bareSubject(forwarded.subject ?? mail.subject),
      channel: 'email',
      channelAccountId: placing.raw.mailbox.id,
      requesterId: requester.id,
      teamId: placing.raw.mailbox.teamId,
      language: mail.language,
      followUpOfId: null,
      spam: false,
    },
    message: customerMessage(ctx, placing, { forwarded, requester }),
    by,
    beside: commentOf(ctx, placing, forwarded),
  });
  return { ticketId: ticket.id };
}

/** Agents' own addresses never become requester, and neither do our mailboxes (contracts A.3). */
async function isOneOfUs(tx: Tx, ctx: SystemContext, address: string): Promise<boolean> {
  const { workspaceId } = ctx;
  const value = address.toLowerCase();
  const [member, mailbox] = await Promise.all([
    tx.membership.findFirst({ where: { workspaceId, user: { email: value } }, select: { userId: true } }),
    tx.channelAccount.findFirst({ where: { workspaceId, address: value }, select: { id: true } }),
  ]);
  return member !== null || mailbox !== null;
}

type Original = Readonly<{
  forwarded: ForwardedMessage;
  requester: Readonly<{ id: string; displayName: string }>;
}>;

function customerMessage(
  ctx: SystemContext,
  placing: Placing,
  { forwarded, requester }: Original,
): NewMessage {
  const { from, subject, text } = forwarded;
  const address = from.address.toLowerCase();
  const name = from.name ?? requester.displayName;
  const author = { kind: 'customer', id: requester.id, name, address } as const;
  return {
    ...inboundMessage(ctx, placing, { author, threadedBy: 'forwarded' }),
    subject: subject ?? placing.mail.subject,
    text,
    visibleText: text,
    html: null,
    from: [{ address, name: from.name }],
    replyTo: [],
  };
}

function commentOf(ctx: SystemContext, placing: Placing, { comment }: ForwardedMessage): NewMessage[] {
  const { staff } = placing.facts;
  if (!staff || comment.trim() === '') return [];
  const author = { kind: 'user', id: staff.id, name: staff.name, address: '' } as const;
  const note = inboundMessage(ctx, placing, { author, threadedBy: 'forwarded' });
  return [
    {
      ...note,
      direction: 'note',
      text: comment,
      visibleText: comment,
      html: null,
      messageId: null,
      files: [],
    },
  ];
}
