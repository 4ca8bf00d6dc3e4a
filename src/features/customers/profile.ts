import 'server-only';
import { may } from '@/domain/permission/can';
import type { Place } from '@/domain/view/view';
import { ownFieldsOf } from '@/features/fields/queries';
import { listPromises } from '@/features/promises/commands/list-promises';
import { listRequesterTickets } from '@/features/tickets/queries';
import { listTiers } from '@/features/tiers/queries';
import type { StaffContext } from '@/server/context';
import { listContacts } from './contacts';
import { deletionFacts } from './deletion-facts';
import { duplicatesOf } from './duplicates';
import { listCalls, listChats } from './lines';
import { listMerges } from './merge-queries';
import { listOrganizationNames } from './queries';

const PROMISES = 10;

type Asked = Readonly<{
  customerId: string;
  /** Where each list begins; null for its newest. */
  tickets: Place | null;
  calls: Place | null;
  chats: Place | null;
  contacts: Date | null;
  promises: string | undefined;
}>;

/** All that stands on a customer's page besides what `getCustomer` gives, each list a page of it. */
export async function getProfile(ctx: StaffContext, { customerId, ...from }: Asked) {
  const [organizations, tiers, tickets, duplicates, merges, contacts, own, calls, chats, ...care] =
    await Promise.all([
      listOrganizationNames(ctx),
      listTiers(ctx),
      listRequesterTickets(ctx, { requesterId: customerId, after: from.tickets }),
      may(ctx.actor, 'customer.merge') ? duplicatesOf(ctx, customerId) : [],
      listMerges(ctx, customerId),
      listContacts(ctx, { customerId, before: from.contacts }),
      ownFieldsOf(ctx, { entity: 'customer', ownerId: customerId }),
      listCalls(ctx, { customerId, after: from.calls }),
      listChats(ctx, { customerId, after: from.chats }),
      listPromises(ctx, { list: 'all', customerId, after: from.promises, limit: PROMISES }),
      deletionFacts(ctx.db, ctx, customerId),
    ]);
  const [promises, deletion] = care;
  return {
    promises,
    deletion,
    organizations,
    tiers,
    tickets,
    duplicates,
    merges,
    contacts,
    own,
    calls,
    chats,
  };
}
