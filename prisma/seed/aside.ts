import type { StaffActor } from '@/domain/permission/actor';
import { createTicket } from '@/features/tickets/commands/create-ticket';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { createTicketInput } from '@/features/tickets/inputs';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const HOURS_AGO = 50;

const ASIDE = [
  {
    subject: 'CONGRATULATIONS!!! Your parcel is waiting',
    requester: { email: 'prizes@lucky-parcels.example', name: 'Lucky Parcels' },
    html: '<p>Dear winner, pay only 1.99 today and your parcel is on its way.</p>',
    to: { spam: true },
  },
  {
    subject: 'Test from the new form, please ignore',
    requester: { email: 'web@agency.example', name: 'Web agency' },
    html: '<p>Does this arrive?</p>',
    to: { trash: true },
  },
] as const;

/** What the demo's manager has put aside: something marked as spam, and something in the trash. */
export async function buildAside(db: Db, { workspaceId, users }: Cast, now: Date): Promise<void> {
  const user = users.get('peter');
  if (!user) throw new Error('nobody tidies up in the demo');
  const actor: StaffActor = { kind: 'user', ...user, role: 'manager', scope: 'all', teamIds: [] };
  const at = new Date(now.getTime() - HOURS_AGO * 3_600_000);
  const ctx = { workspaceId, db, newId, actor, now: () => at };
  for (const { to, ...ticket } of ASIDE) {
    const made = await createTicket(ctx, createTicketInput.parse(ticket));
    if (!made.ok) throw new Error(made.error.code);
    await changeTicket(ctx, { ticketId: made.value.ticketId, ...to });
  }
}
