import type { Actor } from '@/domain/permission/actor';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { Opening } from './receive';
import { openTicket } from './receive';
import type { TicketClosed } from './reply';
import { differences, type Ticket, type TicketChange, type TicketEvent, type TicketStatus } from './ticket';

type Made = Readonly<{ by: Actor; at: Date }>;

/** What a ticket shows of its newest public message, and since when its customer waits for an answer (ISO 8601). */
export type Standing = Readonly<
  Pick<Ticket, 'lastMessageAt' | 'lastMessageId' | 'preview' | 'lastDirection'> & {
    unansweredSince: string | null;
  }
>;

/** Why two tickets cannot be joined. */
export type NotMerged =
  | TicketClosed
  | Readonly<{ code: 'merge.same' | 'merge.already' | 'merge.other_customer' }>;

type Pair = Readonly<{ source: Ticket; target: Ticket }>;

/** Whether `source` may become a part of `target`: `across` says that somebody confirmed that they are of two customers. */
export function mayMerge(
  { source, target }: Pair,
  { across }: Readonly<{ across: boolean }>,
): Result<null, NotMerged> {
  if (source.id === target.id) return fail({ code: 'merge.same' });
  if (source.mergedIntoId || target.mergedIntoId) return fail({ code: 'merge.already' });
  if (target.status === 'closed') return fail({ code: 'ticket.closed' });
  if (source.requesterId !== target.requesterId && !across) return fail({ code: 'merge.other_customer' });
  return ok(null);
}

type Merging = Pair &
  Readonly<{
    mergeId: string;
    /** How the target stands once it has the messages of both, and since when the source's customer waits. */
    standing: Standing;
    unansweredSince: string | null;
  }>;

/**
 * The source closes and points to the target; the target has the tags of both, and opens where it waited for a customer
 * who has asked on the other ticket. Each keeps its own history (contracts H.2, rule 6).
 */
export function mergeTickets(
  { source, target, mergeId, standing, unansweredSince }: Merging,
  made: Made,
): Readonly<{ source: TicketChange; target: TicketChange }> {
  const away: Ticket = { ...source, status: 'closed', closedAt: made.at, mergedIntoId: target.id };
  const left: TicketEvent = { type: 'ticket.merged', mergeId, intoId: target.id, intoNumber: target.number };
  const status = unansweredSince ? awake(target.status) : target.status;
  const grown: Ticket = {
    ...shown(target, standing),
    status,
    solvedAt: status === target.status ? target.solvedAt : null,
    tagIds: [...new Set([...target.tagIds, ...source.tagIds])].sort(),
    activityAt: made.at,
  };
  const { id: ticketId, number } = source;
  const took: TicketEvent = { type: 'ticket.took_over', ticketId, number, unansweredSince };
  return {
    source: { before: source, after: away, events: [left, ...differences(source, away)], ...made },
    target: { before: target, after: grown, events: [took, ...differences(target, grown)], ...made },
  };
}

const awake = (status: TicketStatus): TicketStatus =>
  status === 'pending' || status === 'solved' ? 'open' : status;

type Unmerging = Pair &
  Readonly<{
    mergeId: string;
    /** What the source was before, and how both stand with the messages that are theirs again. */
    was: Pick<Ticket, 'status' | 'solvedAt' | 'closedAt'>;
    sourceStanding: Standing;
    targetStanding: Standing;
    /** The tags that the target has from the source alone. */
    addedTagIds: readonly string[];
  }>;

/** Both tickets as if they had not been joined, with what has come to the target since still there. */
export function unmergeTickets(
  { source, target, mergeId, was, sourceStanding, targetStanding, addedTagIds }: Unmerging,
  made: Made,
): Readonly<{ source: TicketChange; target: TicketChange }> {
  const back: Ticket = { ...shown(source, sourceStanding), ...was, mergedIntoId: null, activityAt: made.at };
  const rest: Ticket = {
    ...shown(target, targetStanding),
    tagIds: target.tagIds.filter((id) => !addedTagIds.includes(id)),
  };
  const gaveBack: TicketEvent = {
    type: 'ticket.gave_back',
    ticketId: source.id,
    number: source.number,
    tookSince: sourceStanding.unansweredSince,
    unansweredSince: targetStanding.unansweredSince,
  };
  const came: TicketEvent = {
    type: 'ticket.unmerged',
    mergeId,
    fromId: target.id,
    fromNumber: target.number,
  };
  return {
    source: { before: source, after: back, events: [came, ...differences(source, back)], ...made },
    target: { before: target, after: rest, events: [gaveBack, ...differences(target, rest)], ...made },
  };
}

type Splitting = Readonly<{
  source: Ticket;
  opening: Opening;
  messages: number;
  childStanding: Standing;
  sourceStanding: Standing;
}>;

/** A new ticket of some of the source's messages; both say where the others are (contracts H.2, rule 7). */
export function splitTicket(
  { source, opening, messages, childStanding, sourceStanding }: Splitting,
  made: Made,
): Readonly<{ source: TicketChange; child: TicketChange }> {
  const opened = openTicket(opening, { message: null, ...made });
  const child: Ticket = shown(opened.after, childStanding);
  const { id: fromId, number: fromNumber } = source;
  const { unansweredSince } = childStanding;
  const off: TicketEvent = { type: 'ticket.split_off', fromId, fromNumber, unansweredSince };
  const rest = shown(source, sourceStanding);
  const gone: TicketEvent = { type: 'ticket.split', toId: child.id, toNumber: child.number, messages };
  return {
    source: { before: source, after: rest, events: [gone, ...differences(source, rest)], ...made },
    child: { ...opened, after: child, events: [...opened.events, off] },
  };
}

function shown(ticket: Ticket, { unansweredSince: _, ...standing }: Standing): Ticket {
  return { ...ticket, ...standing };
}
