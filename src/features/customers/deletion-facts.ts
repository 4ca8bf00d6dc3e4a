import type { DeletionFacts } from '@/domain/customer/deletion';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';

/** What decides how a customer can be deleted, over all tickets, whoever may see them; in one statement. */
export async function deletionFacts(
  db: Db | Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  customerId: string,
): Promise<DeletionFacts> {
  const [row] = await db.$queryRaw<DeletionFacts[]>`
    select
      exists (select 1 from "Ticket" t where t."workspaceId" = c."workspaceId" and t."requesterId" = c.id)
        or exists (select 1 from "Message" m where m."workspaceId" = c."workspaceId" and m."authorCustomerId" = c.id)
        or exists (select 1 from "CallLog" l where l."workspaceId" = c."workspaceId" and l."customerId" = c.id)
        or exists (select 1 from "Callback" b where b."workspaceId" = c."workspaceId" and b."customerId" = c.id)
        as "hasHistory",
      exists (select 1 from "Ticket" t where t."workspaceId" = c."workspaceId" and t."requesterId" = c.id and t.active)
        as "hasOpenTickets"
    from "Customer" c where c."workspaceId" = ${workspaceId}::uuid and c.id = ${customerId}::uuid`;
  return row ?? { hasHistory: false, hasOpenTickets: false };
}
