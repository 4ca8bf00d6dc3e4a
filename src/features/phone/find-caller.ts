import { phoneNumber, readablePhone } from '@/channels/lib/phone-number';
import type { StaffContext } from '@/server/context';
import { knownCaller } from './customer-number';
import { phoneSettings } from './settings';

export type FoundCaller = Readonly<{
  /** As people read it; null while what was typed is no number. */
  number: string | null;
  customer: Readonly<{ id: string; name: string }> | null;
  /** Their open tickets, the newest first. */
  tickets: readonly Readonly<{ id: string; number: number; subject: string }>[];
}>;

/** Who it is that calls from this number, while it is being typed. */
export async function findCaller(ctx: StaffContext, typed: string): Promise<FoundCaller> {
  const { country } = await phoneSettings(ctx.db, ctx);
  const number = phoneNumber(typed, country);
  if (!number) return { number: null, customer: null, tickets: [] };
  const caller = await knownCaller(ctx.db, ctx, { number, country });
  if (!caller) return { number: readablePhone(number), customer: null, tickets: [] };
  const tickets = await openTicketsOf(ctx, caller.id);
  return {
    number: readablePhone(number),
    customer: { id: caller.id, name: caller.displayName },
    tickets,
  };
}

/** The open tickets of a customer, on which a call can be noted. */
function openTicketsOf({ db, workspaceId }: StaffContext, requesterId: string) {
  return db.ticket.findMany({
    where: { workspaceId, requesterId, active: true },
    orderBy: [{ activityAt: 'desc' }, { id: 'desc' }],
    take: 8,
    select: { id: true, number: true, subject: true },
  });
}
