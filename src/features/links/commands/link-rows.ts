import type { AboveByKind, TicketLink } from '@/domain/ticket/link';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type StoredLink = TicketLink & Readonly<{ id: string }>;

type Asker = Pick<Context, 'workspaceId'>;

/** Lets one writer at a time change links of a workspace, so that no two of them close a circle. Ask after locking tickets. */
export async function lockLinks(tx: Tx, { workspaceId }: Asker): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`links/${workspaceId}`}, 0))`;
}

/** All links of any of these tickets; the domain bounds how many one can have. */
export function linksOf(tx: Tx, { workspaceId }: Asker, ids: readonly string[]): Promise<StoredLink[]> {
  const of = { in: [...ids] };
  return tx.ticketLink.findMany({
    where: { workspaceId, OR: [{ fromId: of }, { toId: of }] },
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, fromId: true, toId: true },
  });
}

/** The ids of the tickets above one by links of each kind that leads up, all the way; in one query. */
export async function ticketsAbove(tx: Tx, { workspaceId }: Asker, ticketId: string): Promise<AboveByKind> {
  const rows = await tx.$queryRaw<{ kind: TicketLink['kind']; id: string }[]>`
    with recursive up as (
      select kind, "toId" as id from "TicketLink"
      where "workspaceId" = ${workspaceId}::uuid and "fromId" = ${ticketId}::uuid and kind <> 'related'
      union
      select l.kind, l."toId" from up join "TicketLink" l
        on l."workspaceId" = ${workspaceId}::uuid and l."fromId" = up.id and l.kind = up.kind
    )
    select kind::text as kind, id from up`;
  const of = (kind: TicketLink['kind']) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  return { part_of: of('part_of'), duplicate_of: of('duplicate_of'), incident_of: of('incident_of') };
}
