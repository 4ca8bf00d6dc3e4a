import 'server-only';
import type { AddressKind } from '@/domain/channel/address-kind';
import type { Address } from '@/domain/channel/message';
import { may, mayOnTicket, type Permission } from '@/domain/permission/can';
import { participantsOf, recipientsFor } from '@/domain/ticket/recipients';
import type { TicketStatus } from '@/domain/ticket/ticket';
import { isTrashed } from '@/domain/ticket/trash';
import type { Place } from '@/domain/view/view';
import {
  mailWay,
  type ReachableChannel,
  reachableConversations,
} from '@/features/delivery/commands/reachable-channels';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';
import { type TicketHead, ticketHead } from './queries-head';
import { openMergesInto } from './queries-merge';
import { type Choices, type OtherTickets, otherTickets, ticketChoices } from './queries-side';
import {
  earlierFrom,
  PAGE_OF_MESSAGES,
  type ShownEvent,
  shownEvents,
  shownMessages,
  type TimelineMessage,
} from './queries-timeline';

export type TicketPage = Readonly<{
  ticket: TicketHead;
  messages: readonly TimelineMessage[];
  events: readonly ShownEvent[];
  /** The message from which on to show, for somebody who wants 50 more; null when all stand there. */
  earlier: string | null;
  others: OtherTickets;
  choices: Choices;
  recipients: ReturnType<typeof recipientsFor>;
  /** The addresses that take part in the ticket already, in lower case. */
  participants: readonly string[];
  /** On which channels the customer can be answered now, and the one on which they last wrote. */
  ways: readonly ReachableChannel[];
  usualWay: string;
  may: Readonly<{
    reply: boolean;
    update: boolean;
    note: boolean;
    source: boolean;
    merge: boolean;
    mergeAcross: boolean;
    /** Put it into the trash, and take it out. */
    trash: boolean;
  }>;
  /** The merges that can be taken back, by the numbers of the tickets that came. */
  merges: Readonly<Record<number, string>>;
}>;

/**
 * Everything that a ticket's page shows, in at most six queries (seven for a customer who writes elsewhere than by mail): the newest 50 messages, or all from the message `from`
 * on; with their words the newest ten of them, and those in `open`. A ticket that was merged into one that the reader may open gives that one's number instead. Null when there is no
 * such ticket, or the reader may not see it.
 */
export async function getTicketPage(
  ctx: StaffContext,
  number: number,
  { from = null, open = [] }: Readonly<{ from?: string | null; open?: readonly string[] }> = {},
): Promise<TicketPage | Readonly<{ mergedInto: number }> | null> {
  const ticket = await ticketHead(ctx, number);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.read', ticket)) return null;
  if (isTrashed(ticket) && !may(ctx.actor, 'ticket.delete')) return null;
  if (ticket.mergedInto !== null) return { mergedInto: ticket.mergedInto };

  const shown = { ticketId: ticket.id, from, open };
  const [messages, events, others, choices, conversations] = await Promise.all([
    shownMessages(ctx, shown),
    shownEvents(ctx, shown),
    otherTickets(ctx, { ticketId: ticket.id, requesterId: ticket.requesterId }),
    ticketChoices(ctx),
    hasConversations(ticket)
      ? reachableConversations(ctx.db, ctx, { id: ticket.id, requesterId: ticket.requesterId })
      : [],
  ]);
  const first = messages[0];
  const full = messages.length >= PAGE_OF_MESSAGES || from !== null;
  return {
    ticket,
    messages,
    events,
    earlier: full && first ? await earlierFrom(ctx, { ticketId: ticket.id, first }) : null,
    others,
    choices,
    ways: [...conversations, mailWay(mailFacts(ticket, choices.mailboxes))],
    usualWay: usualWay(messages, conversations),
    merges: events.some(isMerge) ? await openMergesInto(ctx, ticket.id) : {},
    recipients: recipientsFor(requesterOf(ticket), lastWritten(messages), choices.mailboxes),
    participants: [
      ...ticket.identities.map(({ value }) => value.toLowerCase()),
      ...participantsOf(messages.map((each) => ({ ...each, cancelled: each.delivery === 'cancelled' }))),
    ],
    may: leavesOn(ctx, ticket),
  };
}

/** What the reader may do; with what lies in the trash nothing but take it out. */
function leavesOn({ actor }: StaffContext, ticket: TicketHead): TicketPage['may'] {
  const mayOn = (permission: Permission) => !isTrashed(ticket) && mayOnTicket(actor, permission, ticket);
  return {
    reply: mayOn('ticket.reply'),
    update: mayOn('ticket.update'),
    note: mayOn('ticket.note'),
    source: may(actor, 'mail.read'),
    merge: mayOn('ticket.merge'),
    mergeAcross: may(actor, 'ticket.merge_across'),
    trash: mayOnTicket(actor, 'ticket.delete', ticket),
  };
}

const isMerge = ({ type }: ShownEvent): boolean => type === 'ticket.took_over';

/** Only who has an address on such a channel can have a conversation there. */
const hasConversations = ({ identities }: TicketHead): boolean =>
  identities.some(({ kind }) => !['email', 'phone', 'chat'].includes(kind));

const mailFacts = ({ identities }: TicketHead, [mailbox = '']: readonly string[]) => ({
  mailbox,
  address: identities.find(({ kind }) => kind === 'email')?.value ?? '',
});

/** As the customer last wrote, where that is still a way. */
function usualWay(messages: readonly TimelineMessage[], conversations: readonly ReachableChannel[]): string {
  const last = messages.findLast(({ direction, automated }) => direction === 'inbound' && !automated);
  return conversations.find(({ id }) => id === last?.conversationId)?.id ?? 'email';
}

function requesterOf({ identities, requester }: TicketHead): Address | null {
  const identity = identities.find(({ kind }) => kind === 'email');
  return identity ? { address: identity.value, name: requester } : null;
}

/** The newest mail that a person sent us. */
function lastWritten(messages: readonly TimelineMessage[]) {
  const last = messages.findLast((message) => message.direction === 'inbound' && !message.automated);
  if (!last) return null;
  const of = (kind: AddressKind) => last.addresses.filter((address) => address.kind === kind);
  return { sender: of('reply_to')[0] ?? of('from')[0] ?? null, to: of('to'), cc: of('cc') };
}

/** Tickets on one page of a customer. */
const PAGE_OF_TICKETS = 25;

export type RequesterTicket = Readonly<{
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  activityAt: Date;
}>;

type OfRequester = Readonly<{ requesterId: string; after: Place | null }>;

/** A customer's tickets that the reader may open, newest activity first, from a place on; in one query. */
export async function listRequesterTickets(
  ctx: StaffContext,
  { requesterId, after }: OfRequester,
): Promise<Readonly<{ tickets: readonly RequesterTicket[]; next: Place | null }>> {
  const beyond = after ? sql`(t."activityAt", t.id) < (${after.activityAt}, ${after.id}::uuid)` : sql`true`;
  const rows = await ctx.db.$queryRaw<RequesterTicket[]>`
    select t.id, t.number, t.subject, t.status, t."activityAt" from "Ticket" t
    where t."workspaceId" = ${ctx.workspaceId}::uuid and t."requesterId" = ${requesterId}::uuid
      and ${readableBy(ctx.actor)} and ${beyond}
    order by t."activityAt" desc, t.id desc limit ${PAGE_OF_TICKETS + 1}`;
  const tickets = rows.slice(0, PAGE_OF_TICKETS);
  return { tickets, next: rows.length > PAGE_OF_TICKETS ? (tickets.at(-1) ?? null) : null };
}
