import type { RuleFacts } from '@/domain/condition/rule-fields';
import type { StoredEvent } from '@/domain/rule/wake';
import { isOpen, type OpenHours } from '@/domain/sla/business-time';
import { EMAILS, TICKETS } from '@/features/conditions/ticket-tables';
import { type FieldValueRow, fieldRowsOf, valuesFrom } from '@/features/fields/commands/field-values';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';

/** What of a ticket and its customer conditions ask for, besides the event and the hours. */
export type TicketFacts = Omit<RuleFacts, (typeof EVENT_FIELDS)[number] | 'openNow'> &
  Readonly<{ id: string; number: number }>;

const EVENT_FIELDS = [
  'messageText',
  'messageDirection',
  'messageAuthor',
  'messageAutomated',
  'changedBy',
  'surveyKind',
  'surveyScore',
] as const;

/** The columns of `TicketFacts` at the instant `now`. */
const columns = (now: Date): Sql => sql`
  t.id, t.number, t.status, t.priority, t.type, t.channel, t."channelAccountId", t.language, t."assigneeId",
  t."teamId", t."requesterId", t.subject, t.spam, t.reopens, t."lastDirection", t."promiseState",
  coalesce(t."nextDueAt" < ${now}, false) as overdue,
  t."createdAt" as "sinceCreated", t."touchedAt" as "sinceUpdated", t."lastCustomerAt" as "sinceCustomerMessage",
  t."lastReplyAt" as "sinceReply", t."statusChangedAt" as "sinceStatusChange", t."solvedAt" as "sinceSolved",
  c."organizationId", c."tierId", c."displayName" as "customerName", c.note as "customerNote", c.locale as "customerLanguage",
  ${EMAILS} as "customerEmail",
  array(select g."tagId"::text from "TicketTag" g
    where g."workspaceId" = t."workspaceId" and g."ticketId" = t.id order by g."tagId") as "tagIds",
  ${OWN_ROWS} as "ownRows"`;

/** What stands in a ticket's own fields, for `valuesFrom`. */
const OWN_ROWS = fieldRowsOf('ticket', sql`t."workspaceId"`, sql`t.id`);

type Row = Omit<TicketFacts, 'own'> & Readonly<{ ownRows: readonly FieldValueRow[] }>;

/** The facts of the tickets that `which` selects; bound it. */
export async function ticketFacts(
  tx: Pick<Tx, '$queryRaw'>,
  { which, now }: Readonly<{ which: Sql; now: Date }>,
): Promise<TicketFacts[]> {
  const rows = await tx.$queryRaw<Row[]>`select ${columns(now)} from ${TICKETS} where ${which}`;
  return rows.map(({ ownRows, ...facts }) => ({ ...facts, own: valuesFrom(ownRows) }));
}

/** The newest message of an event, and who caused it. */
export type EventFacts = Readonly<{
  message: Readonly<{ text: string; direction: string; author: string; automated: boolean }> | null;
  changedBy: string | null;
  /** The answer to a survey, where the event is one. */
  survey: Readonly<{ kind: string; score: number }> | null;
}>;

export const NO_EVENT: EventFacts = { message: null, changedBy: null, survey: null };

/** What a survey was answered with in these events, the latest word. */
export function surveyIn(events: readonly StoredEvent[]): EventFacts['survey'] {
  const answer = events.findLast(({ type }) => type === 'survey.answered')?.data;
  return answer ? { kind: String(answer['kind']), score: Number(answer['score']) } : null;
}

type Moment = Readonly<{ event: EventFacts; hours: OpenHours | null; now: Date }>;

/** All that conditions look at. */
export function factsAt(ticket: TicketFacts, { event, hours, now }: Moment): RuleFacts {
  const { message, changedBy, survey } = event;
  return {
    ...ticket,
    openNow: hours === null || isOpen(hours, now),
    messageText: message?.text ?? null,
    messageDirection: message?.direction ?? null,
    messageAuthor: message?.author ?? null,
    messageAutomated: message?.automated ?? false,
    changedBy,
    surveyKind: survey?.kind ?? null,
    surveyScore: survey?.score ?? null,
  };
}
