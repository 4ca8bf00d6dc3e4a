import { createTicket } from '@/features/tickets/commands/create-ticket';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { splitTicket } from '@/features/tickets/commands/split-ticket';
import { undoMerge } from '@/features/tickets/commands/undo-merge';
import { createTicketInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import { CHECKLIST_ATTEMPTS, checklistRows } from '../checklists/tenancy-attempts';
import { LINK_ATTEMPTS, type LinkRows, linkRows } from '../links/tenancy-attempts';
import { SIDE_ATTEMPTS, type SideRows, sideRows } from './side-attempts';

type Other = LinkRows &
  SideRows &
  Readonly<{ checklistId: string; itemId: string; ticketId: string; messageId: string; mergeId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

async function aTicket(ctx: StaffContext) {
  const requester = { email: 'merged@customer.test', name: 'Anna Ozola' };
  const input = createTicketInput.parse({ subject: 'Kettle', requester, html: '<p>Broken.</p>' });
  const made = await createTicket(ctx, input);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** Two joined tickets of another workspace, and two linked ones. */
export async function mergeRows(owner: StaffContext) {
  const [one, two] = [await aTicket(owner), await aTicket(owner)];
  const merged = await mergeTickets(owner, {
    ticketId: one.ticketId,
    intoNumber: two.number,
    acrossCustomers: false,
  });
  if (!merged.ok) throw new Error(merged.error.code);
  return {
    ...(await linkRows(owner)),
    ...(await sideRows(owner, two.ticketId)),
    ...(await checklistRows(owner, two.ticketId)),
    mergeId: merged.value.mergeId,
  };
}

/** Each action that joins, parts, splits and links tickets, with the ids of another workspace. */
export const MERGE_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  ...LINK_ATTEMPTS,
  ...SIDE_ATTEMPTS,
  ...CHECKLIST_ATTEMPTS,
  mergeTickets: [
    async (ctx, { ticketId }) => {
      const { number } = await aTicket(ctx);
      return mergeTickets(ctx, { ticketId, intoNumber: number, acrossCustomers: true });
    },
  ],
  undoMerge: [(ctx, { mergeId }) => undoMerge(ctx, { mergeId })],
  splitTicket: [
    (ctx, { ticketId, messageId }) =>
      splitTicket(ctx, { ticketId, messageIds: [messageId], subject: 'Mine' }),
    async (ctx, { messageId }) => {
      const { ticketId } = await aTicket(ctx);
      return splitTicket(ctx, { ticketId, messageIds: [messageId], subject: 'Mine' });
    },
  ],
};
