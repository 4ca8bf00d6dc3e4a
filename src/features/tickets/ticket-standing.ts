import { previewOf } from '@/domain/ticket/add-message';
import type { Standing } from '@/domain/ticket/merge';
import type { Direction } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';

type Newest = Readonly<{
  id: string | null;
  direction: Direction | null;
  text: string | null;
  createdAt: Date | null;
  since: Date | null;
}>;

type Asked = Readonly<{
  ticketId: string;
  /** Only these messages of it, or all but these. */
  only?: readonly string[];
  without?: readonly string[];
}>;

/**
 * How a ticket stands by its messages: its newest public one, and since when a customer waits for an answer (automatic mail
 * and thanks wait for none). In one query.
 */
export async function standingOf(
  tx: Tx,
  { workspaceId }: Context,
  { ticketId, only, without = [] }: Asked,
): Promise<Standing> {
  const [row] = await tx.$queryRaw<Newest[]>`
    with said as (
      select id, direction, "authorKind", automated, thanks, "createdAt", left("visibleText", 700) as text
      from "Message"
      where "workspaceId" = ${workspaceId}::uuid and "ticketId" = ${ticketId}::uuid
        and direction <> 'note' and "authorKind" <> 'system' and delivery is distinct from 'cancelled'
        ${only ? sql`and id = any(${[...only]}::uuid[])` : sql``} and not id = any(${[...without]}::uuid[])
    ), newest as (select * from said order by "createdAt" desc, id desc limit 1)
    select n.id, n.direction, n.text, n."createdAt", (
      select min(s."createdAt") from said s
      where s.direction = 'inbound' and s.automated is null and not s.thanks and s."createdAt" > coalesce((
        select max(o."createdAt") from said o where o.direction = 'outbound' and o."authorKind" = 'user'
      ), '-infinity')
    ) as since
    from (values (1)) as one left join newest n on true`;
  return {
    lastMessageId: row?.id ?? null,
    lastMessageAt: row?.createdAt ?? null,
    lastDirection: row?.direction ?? null,
    preview: previewOf(row?.text ?? ''),
    unansweredSince: row?.since?.toISOString() ?? null,
  };
}

/** Sets the instants from which rules count to those of the messages that are on these tickets now. */
export async function settleMoments(
  tx: Tx,
  { workspaceId }: Context,
  ticketIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    update "Ticket" t set
      "lastCustomerAt" = (select max(m."createdAt") from "Message" m
        where m."workspaceId" = t."workspaceId" and m."ticketId" = t.id and m.direction = 'inbound'
          and m."authorKind" = 'customer' and m.automated is null),
      "lastReplyAt" = (select max(m."createdAt") from "Message" m
        where m."workspaceId" = t."workspaceId" and m."ticketId" = t.id and m.direction = 'outbound'
          and m."authorKind" = 'user' and m.delivery is distinct from 'cancelled')
    where t."workspaceId" = ${workspaceId}::uuid and t.id = any(${[...ticketIds]}::uuid[])`;
}
