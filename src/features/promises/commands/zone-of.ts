import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** The time zone in which a customer is told a time: the one that they chose, else the workspace's (IANA name). */
export async function zoneOf(
  db: Pick<Tx, '$queryRaw'>,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  customerId: string,
): Promise<string> {
  const [row] = await db.$queryRaw<{ zone: string }[]>`
    select coalesce(nullif(c."timeZone", ''), w."timeZone") as zone
    from "Workspace" w left join "Customer" c on c."workspaceId" = w.id and c.id = ${customerId}::uuid
    where w.id = ${workspaceId}::uuid`;
  return row?.zone ?? 'UTC';
}
