import 'server-only';
import { searchCustomers, searchTickets } from '@/features/search/queries';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import type { PaletteLine } from './palette-places';

const MOST = 6;

type Row = Readonly<{ number: number; subject: string; requester: string }>;

/** The tickets that this person looked at last, those that they may still see; the last first. */
export async function recentTickets(ctx: StaffContext, workspace: string): Promise<readonly PaletteLine[]> {
  const rows = await ctx.db.$queryRaw<Row[]>`
    select t.number, t.subject, c."displayName" as requester
    from "TicketSeen" n
    join "Ticket" t on t."workspaceId" = n."workspaceId" and t.id = n."ticketId"
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where n."workspaceId" = ${ctx.workspaceId}::uuid and n."userId" = ${ctx.actor.id}::uuid
      and t."mergedIntoId" is null and ${readableBy(ctx.actor)}
    order by n."seenAt" desc limit ${MOST}`;
  return rows.map((row) => ticketLine(row, workspace));
}

/** Tickets by their number, an address or words, and customers by name; only what this person may see. */
export async function foundForPalette(
  ctx: StaffContext,
  { workspace, q }: Readonly<{ workspace: string; q: string }>,
): Promise<Readonly<{ tickets: readonly PaletteLine[]; customers: readonly PaletteLine[] }>> {
  const [tickets, customers] = await Promise.all([
    searchTickets(ctx, { q, limit: MOST }),
    searchCustomers(ctx, { q, limit: 4 }),
  ]);
  return {
    tickets: tickets.hits.map((hit) => ticketLine(hit, workspace)),
    customers: customers.hits.map(({ id, name, address }) => ({
      id: `customer:${id}`,
      label: name || (address ?? ''),
      also: name ? (address ?? '') : '',
      href: `/${workspace}/desk/customers/${id}`,
    })),
  };
}

const ticketLine = ({ number, subject, requester }: Row, workspace: string): PaletteLine => ({
  id: `ticket:${number}`,
  label: `#${number} ${subject}`,
  also: requester,
  href: `/${workspace}/desk/tickets/${number}`,
});
