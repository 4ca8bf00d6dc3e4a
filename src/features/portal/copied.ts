import { type Sql, sql } from '@/server/db/sql';

/**
 * True where the requester of a ticket (`t`) put the reader in copy: an address of the reader stands there in what the requester
 * last sent us. Whom they leave out the next time is out again. What only seems to come from the requester puts nobody in copy.
 */
export const isCopied = (readerId: string): Sql => sql`exists (
  select 1 from "MessageAddress" a
  join "CustomerIdentity" i on i."workspaceId" = a."workspaceId" and i.kind = 'email' and i.value = lower(a.address)
  where a."workspaceId" = t."workspaceId" and a.kind = 'cc' and i."customerId" = ${readerId}::uuid
    and t."requesterId" <> ${readerId}::uuid and a."messageId" = ${lastOfRequester})`;

/** As `isCopied`, for lists: found by the reader's addresses, however many tickets there are. */
export const copiedRequests = (readerId: string): Sql => sql`t.id in (
  select m."ticketId" from "CustomerIdentity" i
  join "MessageAddress" a on a."workspaceId" = i."workspaceId" and a.kind = 'cc' and lower(a.address) = i.value
  join "Message" m on m."workspaceId" = a."workspaceId" and m.id = a."messageId" and m.direction = 'inbound'
  where i."workspaceId" = t."workspaceId" and i.kind = 'email' and i."customerId" = ${readerId}::uuid)
  and ${isCopied(readerId)}`;

const lastOfRequester = sql`(
  select m.id from "Message" m
  where m."workspaceId" = t."workspaceId" and m."ticketId" = t.id and m.direction = 'inbound'
    and m."authorCustomerId" = t."requesterId" and m.automated is null and m."deletedAt" is null and not m.unverified
  order by m."createdAt" desc, m.id desc limit 1)`;
