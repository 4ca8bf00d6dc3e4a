import { explain, isMetBy, type RuleView } from '@/domain/condition/explain';
import type { RuleEvent, RuleTerms } from '@/domain/rule/rule';
import { changesOf, NO_CHANGES, wokenBy } from '@/domain/rule/wake';
import { ok, type Result } from '@/domain/shared/result';
import type { OpenHours } from '@/domain/sla/business-time';
import { hoursOfWorkspace } from '@/features/sla/commands/hours-of-workspace';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';
import { asItWas } from './as-it-was';
import { type EventFacts, factsAt, NO_EVENT, surveyIn, type TicketFacts, ticketFacts } from './facts';
import { type EventRow, type Save, savesOf } from './history';
import type { DryRunRuleInput } from './inputs';
import { type PlannedChange, plannedChanges } from './planned-changes';

/** How many of the latest tickets are looked at, and how many of their events. */
const TICKETS_LOOKED_AT = 500;
const EVENTS_LOOKED_AT = 20_000;
const EXAMPLES = 20;

export type DryRunExample = Readonly<{
  number: number;
  subject: string;
  /** When it would have acted: the event, or now for a rule on time. */
  at: Date;
  changes: readonly PlannedChange[];
}>;

export type RuleDryRun = Readonly<{
  /** Tickets that were looked at: the latest that the reader may see. */
  looked: number;
  /** Times that it would have acted, and on how many tickets. */
  times: number;
  tickets: number;
  examples: readonly DryRunExample[];
}>;

/**
 * What a rule would have done, had it been on: a trigger on the events of the latest 500 tickets, each ticket taken as it
 * was then; a rule on time on those that are due now. Nothing is changed and nobody is told.
 */
export async function dryRunRule(
  ctx: StaffContext,
  terms: DryRunRuleInput,
): Promise<Result<RuleDryRun, never>> {
  const hours = (
    await hoursOfWorkspace(
      ctx.db,
      ctx.workspaceId,
      [terms.calendarId].flatMap((id) => id ?? []),
    )
  )(terms.calendarId);
  const tickets = await latestTickets(ctx);
  const asked: Asked = { terms, hours, now: ctx.now() };
  const met =
    terms.kind === 'automation'
      ? tickets.flatMap((ticket) => dueNow(ticket, asked))
      : await onEvents(ctx, tickets, asked);
  return ok({
    looked: tickets.length,
    times: met.length,
    tickets: new Set(met.map(({ ticket }) => ticket.id)).size,
    examples: met.slice(0, EXAMPLES).map(({ ticket, at }) => ({
      number: ticket.number,
      subject: ticket.subject,
      at,
      changes: plannedChanges(terms.actions, ticket),
    })),
  });
}

type Asked = Readonly<{ terms: RuleTerms; hours: OpenHours | null; now: Date }>;
type Met = Readonly<{ ticket: TicketFacts; at: Date }>;

function latestTickets(ctx: StaffContext): Promise<TicketFacts[]> {
  const latest = sql`t.id in (select t.id from "Ticket" t
    where t."workspaceId" = ${ctx.workspaceId}::uuid and ${readableBy(ctx.actor)}
    order by t."updatedAt" desc, t.id desc limit ${TICKETS_LOOKED_AT})`;
  const which = sql`t."workspaceId" = ${ctx.workspaceId}::uuid and ${latest}`;
  return ticketFacts(ctx.db, { which, now: ctx.now() });
}

function dueNow(ticket: TicketFacts, { terms, hours, now }: Asked): Met[] {
  const clock = { now, hours };
  const view = { facts: factsAt(ticket, { event: NO_EVENT, ...clock }), changes: NO_CHANGES, clock };
  return terms.conditions === null || isMetBy(terms.conditions, view) ? [{ ticket, at: now }] : [];
}

type Message = Readonly<{ id: string; text: string; direction: string; author: string; automated: boolean }>;

async function onEvents(ctx: StaffContext, tickets: readonly TicketFacts[], asked: Asked): Promise<Met[]> {
  const rows = await ctx.db.$queryRaw<(EventRow & Readonly<{ ticketId: string }>)[]>`
    select * from (
      select "ticketId", position, type, data, "actorKind", "actorId", depth, "causedBy", version, at from "TicketEvent"
      where "workspaceId" = ${ctx.workspaceId}::uuid and "ticketId" = any(${tickets.map(({ id }) => id)}::uuid[])
      order by position desc limit ${EVENTS_LOOKED_AT}
    ) as latest order by position`;
  const byTicket = Map.groupBy(rows, ({ ticketId }) => ticketId);
  const saves = new Map([...byTicket].map(([ticketId, events]) => [ticketId, savesOf(events)]));
  const messages = await messagesOf(ctx, [...saves.values()].flat());
  return tickets
    .flatMap((ticket) => metOn(ticket, { saves: saves.get(ticket.id) ?? [], messages, asked }))
    .toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

async function messagesOf(ctx: StaffContext, saves: readonly Save[]): Promise<ReadonlyMap<string, Message>> {
  const ids = saves.flatMap(({ messageId }) => messageId ?? []);
  const rows = await ctx.db.$queryRaw<Message[]>`
    select id, left("visibleText", 20000) as text, direction, "authorKind" as author, automated is not null as automated
    from "Message" where "workspaceId" = ${ctx.workspaceId}::uuid and id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

type Past = Readonly<{ saves: readonly Save[]; messages: ReadonlyMap<string, Message>; asked: Asked }>;

/** The saves of one ticket that would have let the rule act, with the ticket as it was after each. */
function metOn(ticket: TicketFacts, { saves, messages, asked }: Past): Met[] {
  const { terms, hours } = asked;
  return asItWas(ticket, saves).flatMap(({ save, ticket: then }) => {
    const woken: ReadonlySet<RuleEvent> = wokenBy(save.events);
    if (!terms.events.some((event) => woken.has(event))) return [];
    const clock = { now: save.at, hours };
    const message = messages.get(save.messageId ?? '') ?? null;
    const event: EventFacts = { message, changedBy: save.changedBy, survey: surveyIn(save.events) };
    const view: RuleView = {
      facts: factsAt(then, { event, ...clock }),
      changes: changesOf(save.events),
      clock,
    };
    const isMet = terms.conditions === null || explain(terms.conditions, view).met;
    return isMet ? [{ ticket: then, at: save.at }] : [];
  });
}
