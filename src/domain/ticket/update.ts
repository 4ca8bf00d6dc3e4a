import { type FieldPatch, patchedValues } from '@/domain/field/field';
import type { Actor } from '@/domain/permission/actor';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { TicketClosed } from './reply';
import { sleepsUntil, snoozedStatus } from './snooze';
import { differences, type Ticket, type TicketChange, type TicketStatus } from './ticket';
import { isTrashed } from './trash';

/** What a person, a rule or the API may set; an absent field stays as it is. */
export type TicketPatch = Readonly<{
  subject?: string | undefined;
  status?: Exclude<TicketStatus, 'new' | 'closed'> | undefined;
  priority?: Ticket['priority'] | undefined;
  type?: Ticket['type'] | undefined;
  assigneeId?: string | null | undefined;
  teamId?: string | null | undefined;
  requesterId?: string | undefined;
  language?: string | null | undefined;
  tagIds?: readonly string[] | undefined;
  spam?: boolean | undefined;
  /** When it wakes up, which sends it to sleep; null wakes it. */
  snoozedUntil?: Date | null | undefined;
  /** Of the workspace's own fields; for a ticket whose values were loaded. */
  fields?: FieldPatch | undefined;
}>;

/** Sets fields. Assigning a new ticket opens it, and one that is sent to sleep is pending. Fails on a closed ticket; a patch without effect gives no events. */
export function updateTicket(
  ticket: Ticket,
  { fields, ...patch }: TicketPatch,
  { by, at }: Readonly<{ by: Actor; at: Date }>,
): Result<TicketChange, TicketClosed> {
  if (ticket.status === 'closed') return fail({ code: 'ticket.closed' });
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const merged: Ticket = { ...ticket, ...given };
  const asked = { status: merged.status, snoozedUntil: ticket.snoozedUntil };
  // A status that is given along with the waking up is the one that is meant.
  const until = patch.snoozedUntil === null && patch.status ? undefined : patch.snoozedUntil;
  const waiting = snoozedStatus(asked, until);
  const status = openedByAssignment({ ...merged, status: waiting }) ? 'open' : waiting;
  const set: Ticket = {
    ...merged,
    status,
    snoozedUntil: sleepsUntil({ status, snoozedUntil: merged.snoozedUntil }),
    tagIds: [...new Set(merged.tagIds)].sort(),
    solvedAt: status === 'solved' ? (ticket.solvedAt ?? at) : null,
    ...(fields && { fields: patchedValues(ticket.fields ?? {}, fields) }),
  };
  const events = differences(ticket, set);
  const after = events.length > 0 ? { ...set, activityAt: ticket.activityAt } : ticket;
  return ok({ before: ticket, after, events, by, at });
}

const openedByAssignment = (ticket: Ticket) => ticket.status === 'new' && ticket.assigneeId !== null;

/** Puts a ticket into the trash, or takes it out, whatever its status; without events where it is there already. */
export function moveByTrash(
  ticket: Ticket,
  trash: boolean,
  { by, at }: Readonly<{ by: Actor; at: Date }>,
): TicketChange {
  if (trash === isTrashed(ticket)) return { before: ticket, after: ticket, events: [], by, at };
  const after: Ticket = { ...ticket, trashedAt: trash ? at : null };
  return { before: ticket, after, events: differences(ticket, after), by, at };
}

/** The quiet period of a solved ticket is over: it closes for good. */
export function closeTicket(ticket: Ticket, { by, at }: Readonly<{ by: Actor; at: Date }>): TicketChange {
  const after: Ticket = { ...ticket, status: 'closed', closedAt: at };
  return { before: ticket, after, events: differences(ticket, after), by, at };
}

/** The time has come: the ticket is open again and on top of its lists. `snoozedBy` is told beside whoever has it. */
export function wakeTicket(
  ticket: Ticket,
  { by, at, snoozedBy }: Readonly<{ by: Actor; at: Date; snoozedBy: string | null }>,
): TicketChange {
  const after: Ticket = { ...ticket, status: 'open', snoozedUntil: null, activityAt: at };
  return {
    before: ticket,
    after,
    events: [{ type: 'ticket.woken', snoozedBy }, ...differences(ticket, after)],
    by,
    at,
  };
}
