import type { Ticket } from '@/domain/ticket/ticket';
import type { Stood } from '@/features/sla/commands/settle-clocks';
import { ticketState } from '@/features/tickets/store';

/** A ticket's row as JSON, with the ids of its tags, as a statement of another feature has read it along. */
export type TicketJson = Readonly<Record<string, unknown>>;

const INSTANTS = [
  'createdAt',
  'activityAt',
  'lastMessageAt',
  'firstRepliedAt',
  'solvedAt',
  'closedAt',
  'snoozedUntil',
] as const;

/** The ticket of such a row, as `findTicket` gives it. */
export function ticketOfJson(row: TicketJson): Ticket {
  const { tags: _, ...fields } = ticketState;
  const state = Object.fromEntries(Object.keys(fields).map((name) => [name, row[name]]));
  const instants = INSTANTS.map((name) => [name, row[name] === null ? null : new Date(String(row[name]))]);
  return { ...state, ...Object.fromEntries(instants), tagIds: row['tagIds'] } as Ticket;
}

/** What such a row says of the ticket's promises. */
export function stoodOfJson(row: TicketJson, rulesVersion: number): Stood {
  const { slaPolicyId, slaPolicyVersion, slaCalendarVersion } = row as Readonly<{
    slaPolicyId: string | null;
    slaPolicyVersion: number | null;
    slaCalendarVersion: number | null;
  }>;
  return {
    rulesVersion,
    policyId: slaPolicyId,
    policyVersion: slaPolicyVersion,
    calendarVersion: slaCalendarVersion,
  };
}
