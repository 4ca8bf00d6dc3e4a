import { linkTickets } from '@/features/links/commands/link-tickets';
import type { LinkInput } from '@/features/links/inputs';
import { linksOnTicket } from '@/features/links/queries';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

export type World = Awaited<ReturnType<typeof newWorld>>;
type Made = Readonly<{ ticketId: string; number: number }>;

/** Links two tickets and gives the link. */
export async function linked(ctx: StaffContext, here: Made, ...[as, other]: [LinkInput['as'], Made]) {
  const done = await linkTickets(ctx, { ticketId: here.ticketId, number: other.number, as });
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

/** What is linked with a ticket: numbers by how they stand to it. */
export async function shownOn(ctx: StaffContext, { ticketId }: Made) {
  const groups = await linksOnTicket(ctx, { ticketId, all: true });
  return Object.fromEntries(groups.map(({ as, tickets }) => [as, tickets.map(({ number }) => number)]));
}

/** A world with an agent and so many tickets of different customers. */
export async function withTickets(count: number) {
  const world = await newWorld();
  const ctx = await world.member();
  const tickets: (Made & Readonly<{ messageId: string }>)[] = [];
  for (let at = 0; at < count; at++) {
    const requester = { email: `customer${at}@customer.test`, name: `Customer ${at}` };
    tickets.push(await world.ticket(ctx, { subject: `Ticket ${at}`, requester }));
  }
  const ticket = (at: number): Made => {
    const found = tickets[at];
    if (!found) throw new Error(`there is no ticket ${at}`);
    return found;
  };
  return { world, ctx, ticket };
}
