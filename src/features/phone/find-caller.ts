import { phoneNumber, readablePhone } from '@/channels/lib/phone-number';
import { mayOnTicket } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import { knownCaller } from './customer-number';
import { phoneSettings } from './settings';

export type FoundCaller = Readonly<{
  /** As people read it; null while what was typed is no number. */
  number: string | null;
  customer: Readonly<{ id: string; name: string }> | null;
  /** Those of their open tickets that the reader may see, the newest first. */
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

const LOOKED_AT = 100;
const SHOWN = 8;

/** The open tickets of a customer on which this member can note a call. */
async function openTicketsOf({ db, workspaceId, actor }: StaffContext, requesterId: string) {
  const rows = await db.ticket.findMany({
    where: { workspaceId, requesterId, active: true },
    orderBy: [{ activityAt: 'desc' }, { id: 'desc' }],
    take: LOOKED_AT,
    select: { id: true, number: true, subject: true, teamId: true, assigneeId: true, requesterId: true },
  });
  return rows
    .filter((row) => mayOnTicket(actor, 'ticket.read', row))
    .slice(0, SHOWN)
    .map(({ id, number, subject }) => ({ id, number, subject }));
}
