import { sql } from '@/server/db/sql';

/** The mail addresses of `"Customer" c`, one after the other. */
export const EMAILS = sql`coalesce((select string_agg(i.value, ' ' order by i.value) from "CustomerIdentity" i
  where i."workspaceId" = c."workspaceId" and i."customerId" = c.id and i.kind = 'email'), '')`;

/** Tickets with their requesters: the tables that conditions are asked of. */
export const TICKETS = sql`"Ticket" t
  join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"`;
