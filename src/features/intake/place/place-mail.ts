import type { Placed, Placing } from '@/features/intake/placing';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { placeCustomerMail } from './place-customer-mail';
import { placeForwarded } from './place-forwarded';
import { keepBesideTickets, keepWithoutSender, placeReport } from './place-report';
import { placeSideMail } from './place-side-mail';
import { placeStaffMail } from './place-staff-mail';

/** Puts a screened mail where it belongs. */
export async function placeMail(tx: Tx, ctx: SystemContext, placing: Placing): Promise<Placed> {
  const { outcome, as } = placing.verdict;
  switch (outcome) {
    case 'report':
      return placeReport(tx, ctx, placing);
    case 'hold':
      return as === 'blocked' ? { ticketId: null } : keepWithoutSender(tx, ctx, placing);
    case 'discard':
      return as === 'duplicate' ? { ticketId: null } : keepBesideTickets(tx, ctx, placing);
    case 'keep':
      return keep(tx, ctx, placing);
  }
}

/** The rarer cases first; each says null when the mail is not of its kind. */
async function keep(tx: Tx, ctx: SystemContext, placing: Placing): Promise<Placed> {
  return (
    (await placeSideMail(tx, ctx, placing)) ??
    (await placeForwarded(tx, ctx, placing)) ??
    (await placeStaffMail(tx, ctx, placing)) ??
    (await placeCustomerMail(tx, ctx, placing))
  );
}
