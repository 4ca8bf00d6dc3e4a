import 'server-only';
import type { TicketPreview } from '@/domain/view/preview';
import type { StaffContext } from '@/server/context';
import { readableWithTrash } from '@/server/db/readable-tickets';

/** The newest messages that a preview shows, and of each so many characters. */
const MESSAGES = 5;
const LONGEST_TEXT = 1_500;

/** A ticket at a glance, its notes among the messages; in one query, which leaves no trace of having looked. Null where the reader sees none. */
export async function ticketPreview(ctx: StaffContext, ticketId: string): Promise<TicketPreview | null> {
  const [row] = await ctx.db.$queryRaw<Omit<TicketPreview, 'hasEarlier'>[]>`
    select t.id, o.name as organization, m.name as team,
      (select i.value from "CustomerIdentity" i
        where i."workspaceId" = t."workspaceId" and i."customerId" = t."requesterId"
        order by i.primary desc, i.kind, i."createdAt", i.id limit 1) as address,
      coalesce((
        select json_agg(json_build_object('id', s.id, 'direction', s.direction, 'channel', s.channel,
          'author', s."authorName", 'text', left(s."visibleText", ${LONGEST_TEXT}::int),
          'isCut', length(s."visibleText") > ${LONGEST_TEXT}, 'files', s.files, 'at', s."createdAt")
          order by s."createdAt" desc, s.id desc)
        from (
          select x.id, x.direction, x.channel, coalesce(nullif(x."authorName", ''), x."authorAddress") as "authorName",
            x."visibleText", x."createdAt",
            (select count(*)::int from "Attachment" f
              where f."workspaceId" = x."workspaceId" and f."messageId" = x.id and not f.inline) as files
          from "Message" x
          where x."workspaceId" = t."workspaceId" and x."ticketId" = t.id
            and x.delivery is distinct from 'cancelled' and x."deletedAt" is null
          order by x."createdAt" desc, x.id desc limit ${MESSAGES + 1}
        ) as s
      ), '[]'::json) as messages
    from "Ticket" t
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    left join "Organization" o on o."workspaceId" = c."workspaceId" and o.id = c."organizationId"
    left join "Team" m on m."workspaceId" = t."workspaceId" and m.id = t."teamId"
    where t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = ${ticketId}::uuid and t."mergedIntoId" is null
      and ${readableWithTrash(ctx.actor)}`;
  if (!row) return null;
  return {
    ...row,
    messages: row.messages.slice(0, MESSAGES),
    hasEarlier: row.messages.length > MESSAGES,
  };
}
