import 'server-only';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';

/** One time that the customer and we were in touch, on whatever channel. */
export type Contact = Readonly<{
  id: string;
  at: Date;
  kind: 'inbound' | 'outbound' | 'callback';
  channel: string;
  text: string;
  by: string;
  number: number;
}>;

const PAGE = 20;

/** The contacts with a customer that the reader may see, newest first; `before` is the instant of the last one shown. */
export async function listContacts(
  ctx: StaffContext,
  { customerId, before }: Readonly<{ customerId: string; before: Date | null }>,
): Promise<Readonly<{ rows: readonly Contact[]; next: Date | null }>> {
  const until = before ?? new Date(8.64e15 / 10);
  const theirs = sql`t."workspaceId" = ${ctx.workspaceId}::uuid and t."requesterId" = ${customerId}::uuid
    and ${readableBy(ctx.actor)}`;
  const rows = await ctx.db.$queryRaw<Contact[]>`
    select * from (
      (select m.id, m."createdAt" as at, m.direction::text as kind, m.channel::text as channel,
        left(m."visibleText", 160) as text, m."authorName" as by, t.number
      from "Ticket" t join "Message" m on m."workspaceId" = t."workspaceId" and m."ticketId" = t.id
      where ${theirs} and m.direction in ('inbound', 'outbound') and m."createdAt" < ${until}
      order by m."createdAt" desc, m.id desc limit ${PAGE + 1})
      union all
      (select b.id, b."createdAt", 'callback', 'phone', b.number, '', t.number
      from "Ticket" t join "Callback" b on b."workspaceId" = t."workspaceId" and b."ticketId" = t.id
      where ${theirs} and b."createdAt" < ${until}
      order by b."createdAt" desc, b.id desc limit ${PAGE + 1})) as contact
    order by at desc, id desc limit ${PAGE + 1}`;
  const shown = rows.slice(0, PAGE);
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.at ?? null) : null };
}
