import 'server-only';
import { likest, tellingWords, type WordHits } from '@/domain/search/telling-words';
import { anyOf, lexeme } from '@/domain/search/tsquery';
import type { TicketStatus } from '@/domain/ticket/ticket';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';

/** A ticket that is about the same as another. */
export type SimilarTicket = Readonly<{
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  requester: string;
  activityAt: Date;
}>;

const SHOWN = 5;
/** A word that more tickets have tells nothing; no more than these are read of any. */
const MOST_WITH_A_WORD = 1000;
/** Of the likest so many are looked at, since not all of them may be seen. */
const LOOKED_AT = 60;
const LETTERS = 2000;

/**
 * At most five tickets that share telling words with the subject and the first message of this one, the likest first; those that
 * the reader may not see, spam, and what is linked with it already are not among them. Null for a ticket that the reader may not
 * see. Costs three statements, each by an index and of a bounded number of rows.
 */
export async function similarTickets(ctx: StaffContext, ticketId: string): Promise<SimilarTicket[] | null> {
  const [ticket] = await ctx.db.$queryRaw<{ subject: string; text: string | null }[]>`
    select t.subject, (
      select left(m.text, ${LETTERS}::int) from "Message" m
      where m."workspaceId" = t."workspaceId" and m."ticketId" = t.id and m.direction = 'inbound'
      order by m."createdAt", m.id limit 1
    ) as text
    from "Ticket" t where t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = ${ticketId}::uuid and ${readableBy(ctx.actor)}`;
  if (!ticket) return null;
  const ids = likest(await wordHits(ctx, ticket), { most: MOST_WITH_A_WORD, limit: LOOKED_AT });
  return ids.length === 0
    ? []
    : shown(
        ctx,
        ids.filter((id) => id !== ticketId),
        ticketId,
      );
}

type Texts = Readonly<{ subject: string; text: string | null }>;

async function wordHits(ctx: StaffContext, { subject, text }: Texts): Promise<readonly WordHits[]> {
  const words = tellingWords(subject, text ?? '');
  if (words.length === 0) return [];
  const rows = await ctx.db.$queryRaw<{ n: number; ids: string[] | null }[]>`
    select w.n::int as n, search_hits(${ctx.workspaceId}::uuid, w.query::tsquery, ${MOST_WITH_A_WORD}::int) as ids
    from unnest(${words.map((word) => anyOf([lexeme(word.plain)]) ?? '')}::text[]) with ordinality as w(query, n)`;
  return rows.flatMap(({ n, ids }) => {
    const word = words[n - 1];
    return word && ids ? [{ inSubject: word.inSubject, ids }] : [];
  });
}

function shown(ctx: StaffContext, ids: readonly string[], ticketId: string): Promise<SimilarTicket[]> {
  const linked = sql`exists (
    select from "TicketLink" l where l."workspaceId" = t."workspaceId"
      and ((l."fromId" = t.id and l."toId" = ${ticketId}::uuid) or (l."toId" = t.id and l."fromId" = ${ticketId}::uuid)))`;
  return ctx.db.$queryRaw<SimilarTicket[]>`
    select t.id, t.number, t.subject, t.status, c."displayName" as requester, t."activityAt"
    from unnest(${[...ids]}::uuid[]) with ordinality as f(id, place)
    join "Ticket" t on t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = f.id
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where t."mergedIntoId" is null and not t.spam and ${readableBy(ctx.actor)} and not ${linked}
    order by f.place limit ${SHOWN}`;
}
