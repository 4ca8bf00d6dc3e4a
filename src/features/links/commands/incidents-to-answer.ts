import type { Hindrance, Reach } from '@/domain/channel/reach';
import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { MOST_LINKS } from '@/domain/ticket/link';
import type { Ticket } from '@/domain/ticket/ticket';
import { reachOfConversations } from '@/features/delivery/commands/reachable-channels';
import type { ToAnswerInput } from '@/features/links/inputs';
import { isLocale, LOCALES, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';

/** An open incident, and why it would be left out; null where nothing is known that speaks against an answer. */
export type OpenIncident = Readonly<{
  ticketId: string;
  number: number;
  subject: string;
  requester: string;
  /** In which its customer reads. */
  language: Locale;
  leftOut: 'forbidden' | Hindrance | null;
}>;

export type ToAnswer = Readonly<{
  incidents: readonly OpenIncident[];
  /** The language in which the problem is spoken of, and that of the workspace. */
  spoken: Locale;
  usual: Locale;
}>;

type Row = Omit<OpenIncident, 'language' | 'leftOut'> &
  Pick<Ticket, 'requesterId' | 'assigneeId' | 'teamId'> &
  Readonly<{
    language: string | null;
    locale: string | null;
    hasAddress: boolean;
    hasMailbox: boolean;
    conversationId: string | null;
  }>;

/** The open incidents of a problem that the actor may see, by number, for an answer to all of them. At most four queries. */
export async function incidentsToAnswer(
  ctx: StaffContext,
  { problemId }: ToAnswerInput,
): Promise<Result<ToAnswer, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId, db, actor } = ctx;
  const problem = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id: problemId } },
    select: {
      ...{ requesterId: true, assigneeId: true, teamId: true, language: true },
      workspace: { select: { locale: true } },
    },
  });
  if (!problem || !mayOnTicket(actor, 'ticket.reply', problem)) return fail({ code: 'not_found' });
  const rows = await openIncidents(ctx, problemId);
  const threads = rows.flatMap(({ conversationId }) => conversationId ?? []);
  const reaches = await reachOfConversations(db, ctx, threads);
  const usual = isLocale(problem.workspace.locale) ? problem.workspace.locale : LOCALES[0];
  const incidents = rows.map((row): OpenIncident => {
    const { ticketId, number, subject, requester } = row;
    const language = [row.language, row.locale].find(isLocale) ?? usual;
    const leftOut = mayOnTicket(actor, 'ticket.reply', row) ? hindranceOf(row, reaches) : 'forbidden';
    return { ticketId, number, subject, requester, language, leftOut };
  });
  return ok({ incidents, spoken: [problem.language].find(isLocale) ?? usual, usual });
}

function hindranceOf(row: Row, reaches: ReadonlyMap<string, Reach>): Hindrance | null {
  if (row.conversationId) {
    const reach = reaches.get(row.conversationId);
    if (!reach) return 'no_address';
    return reach.state === 'open' ? null : reach.why;
  }
  if (!row.hasMailbox) return 'no_mailbox';
  return row.hasAddress ? null : 'no_address';
}

/** By which way each would be answered is told as `replyToTicket` decides it: as the customer last wrote, else by mail. */
function openIncidents({ db, workspaceId, actor }: StaffContext, problemId: string): Promise<Row[]> {
  return db.$queryRaw<Row[]>(sql`
    select t.id as "ticketId", t.number, t.subject, t."requesterId", t."assigneeId", t."teamId", t.language, c.locale,
      c."displayName" as requester,
      exists (select 1 from "CustomerIdentity" i where i."workspaceId" = c."workspaceId" and i."customerId" = c.id
        and i.kind = 'email') as "hasAddress",
      exists (select 1 from "ChannelAccount" a where a."workspaceId" = t."workspaceId" and a.channel = 'email'
        and a.enabled and a.address is not null) as "hasMailbox",
      (select m."conversationId" from "Message" m where m."workspaceId" = t."workspaceId" and m."ticketId" = t.id
        and m.direction = 'inbound' and m.automated is null order by m."createdAt" desc, m.id desc limit 1)
        as "conversationId"
    from "TicketLink" l
    join "Ticket" t on t."workspaceId" = l."workspaceId" and t.id = l."fromId"
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where l."workspaceId" = ${workspaceId}::uuid and l."toId" = ${problemId}::uuid and l.kind = 'incident_of'
      and t.active and t."mergedIntoId" is null and ${readableBy(actor)}
    order by t.number limit ${MOST_LINKS}`);
}
