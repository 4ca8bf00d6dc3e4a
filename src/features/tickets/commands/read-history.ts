import 'server-only';
import type { FieldDefinition } from '@/domain/field/field';
import { may, mayOnTicket } from '@/domain/permission/can';
import { factsAbout, type HistoryTopic, type ToldFact } from '@/domain/ticket/history-topic';
import { isTrashed } from '@/domain/ticket/trash';
import { nameIn, tellsNothingHidden, withoutHiddenScore } from '@/features/tickets/event-names';
import { ticketHead } from '@/features/tickets/queries-head';
import { ticketChoices } from '@/features/tickets/queries-side';
import type { StaffContext } from '@/server/context';
import { sql } from '@/server/db/sql';

/** Lines on one page of a history. */
export const PAGE_OF_HISTORY = 50;

/** How far apart in the history lie, at most, a change and what it came with: one save writes fewer facts than that. */
const ONE_SAVE = 200;

export type HistoryLine = Readonly<{
  /** Its place in the history of the workspace, for going on from it; a text, since it may exceed what a number holds. */
  position: string;
  type: ToldFact;
  data: Readonly<Record<string, string | number | boolean | null>>;
  /** Names of what `data` names by id. */
  from: string | null;
  to: string | null;
  /** True where it was given to the reader. */
  toReader: boolean;
  actorKind: 'user' | 'customer' | 'system';
  /** Null for what an API key did, which `actorName` is the name of. */
  actorId: string | null;
  actorName: string;
  at: Date;
  /** What it came with: the macro that set it, the rule that did it, the message with which it was saved. */
  macro: string | null;
  rule: string | null;
  message: 'inbound' | 'outbound' | 'note' | null;
}>;

type Asked = Readonly<{
  ticketId: string;
  /** Null for everything. */
  topic: HistoryTopic | null;
  /** Only what lies before this position; null from the newest on. */
  before: string | null;
  limit: number;
}>;

/** What changed on a ticket, the newest first, in one query: at most `limit` lines and one more where there are more. Asks nobody's leave. */
export async function historyLines(
  ctx: StaffContext,
  { ticketId, topic, before, limit }: Asked,
): Promise<HistoryLine[]> {
  const ofTicket = sql`"workspaceId" = ${ctx.workspaceId}::uuid and "ticketId" = ${ticketId}::uuid`;
  const sameSave = sql`m."workspaceId" = e."workspaceId" and m."ticketId" = e."ticketId" and m.version = e.version
    and m.position between e.position - ${ONE_SAVE}::int and e.position + ${ONE_SAVE}::int`;
  const rows = await ctx.db.$queryRaw<HistoryLine[]>`
    select e.position::text as position, e.type, e.data, ${nameIn('from')} as "from", ${nameIn('to')} as "to",
      coalesce(e.data->>'to' = ${ctx.actor.id}::text, false) as "toReader", e."actorKind", e."actorId", e."actorName", e.at,
      case when e.type not like 'macro.%' then (
        select m.data->>'name' from "TicketEvent" m where ${sameSave} and m.type = 'macro.applied' limit 1) end as macro,
      (select r.name from "RuleRun" u join "Rule" r on r."workspaceId" = u."workspaceId" and r.id = u."ruleId"
        where u."workspaceId" = e."workspaceId" and u.id = e."causedBy") as rule,
      (select m.data->>'direction' from "TicketEvent" m where ${sameSave} and m.type = 'message.added' limit 1) as message
    from (
      select * from "TicketEvent"
      where ${ofTicket} and type = any(${[...factsAbout(topic)]}::text[]) and ${tellsNothingHidden(ctx)}
        and ${before === null ? sql`true` : sql`position < ${before}::bigint`}
      order by position desc limit ${limit + 1}
    ) as e order by e.position desc`;
  return rows.map((line) => withoutHiddenScore(ctx, line));
}

export type TicketHistory = Readonly<{
  ticket: Readonly<{ id: string; number: number; subject: string }>;
  lines: readonly HistoryLine[];
  /** From where the next page goes on; null at the end. */
  next: string | null;
  /** The workspace's own fields. */
  fields: readonly FieldDefinition[];
}>;

type Page = Readonly<{ topic: HistoryTopic | null; before: string | null }>;

/** A page of a ticket's history, in three queries; null when there is no such ticket, or the reader may not see it. */
export async function getTicketHistory(
  ctx: StaffContext,
  number: number,
  { topic, before }: Page,
): Promise<TicketHistory | null> {
  const ticket = await ticketHead(ctx, number);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.read', ticket)) return null;
  if (isTrashed(ticket) && !may(ctx.actor, 'ticket.delete')) return null;
  const asked = { ticketId: ticket.id, topic, before, limit: PAGE_OF_HISTORY };
  const [found, { fields }] = await Promise.all([historyLines(ctx, asked), ticketChoices(ctx)]);
  const lines = found.slice(0, PAGE_OF_HISTORY);
  const { id, subject } = ticket;
  const next = found.length > PAGE_OF_HISTORY ? (lines.at(-1)?.position ?? null) : null;
  return { ticket: { id, number, subject }, lines, next, fields };
}
