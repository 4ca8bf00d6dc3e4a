import { type Sql, sql } from '@/server/db/sql';

type Seen = Readonly<{ requesterId: string; readerId: string; at: Date }>;

/**
 * Which messages (`m`) of a ticket its customer may read: what they wrote, and what was sent to them. Never notes, what is
 * not sent yet or was called off, what machines say among themselves, or what went between us and somebody else.
 */
export function visibleMessages({ requesterId, readerId, at }: Seen): Sql {
  const named = sql`exists (
    select 1 from "MessageAddress" a
    where a."workspaceId" = m."workspaceId" and a."messageId" = m.id and (
      exists (
        select 1 from "CustomerIdentity" i
        where i."workspaceId" = a."workspaceId" and i.kind = 'email' and i.value = lower(a.address)
          and i."customerId" in (${requesterId}::uuid, ${readerId}::uuid))
      or exists (
        select 1 from "Message" o
        where o."workspaceId" = m."workspaceId" and o."ticketId" = m."ticketId" and o.direction = 'inbound'
          and o."authorCustomerId" in (${requesterId}::uuid, ${readerId}::uuid)
          and lower(o."authorAddress") = lower(a.address))))`;
  return sql`m."deletedAt" is null and m.automated is null and (
    (m.direction = 'outbound' and m.delivery is distinct from 'cancelled'
      and (m."sendAt" is null or m."sendAt" <= ${at}) and (m.channel <> 'email' or ${named}))
    or (m.direction = 'inbound'
      and (m."authorCustomerId" in (${requesterId}::uuid, ${readerId}::uuid) or ${named})))`;
}
