import { episodesOf } from '@/domain/metrics/episodes';
import type { Dimensions } from '@/domain/metrics/facts';
import type { PastFocus } from '@/domain/metrics/handle-time';
import type {
  PastBelonging,
  PastClock,
  PastEvent,
  PastMessage,
  PastPromise,
  TicketPast,
} from '@/domain/metrics/ticket-past';
import { tellStory } from '@/domain/metrics/ticket-story';
import type { Tx } from '@/server/db/client';
import { repeatsOf } from './repeats';

type TicketRow = Dimensions &
  Readonly<{
    id: string;
    requesterId: string;
    createdAt: Date;
    updatedAt: Date;
    status: string;
    spam: boolean;
    trashed: boolean;
    merged: boolean;
  }>;
type OfTicket<Row> = Row & Readonly<{ ticketId: string }>;

export type Asked = Readonly<{ workspaceId: string; ids: readonly string[]; fcrDays: number }>;

/** Everything that metrics need of these tickets, in nine statements however many they are. Tickets that are gone are absent. */
export async function loadTickets(tx: Tx, asked: Asked): Promise<TicketPast[]> {
  const tickets = await ticketRows(tx, asked);
  const events = byTicket(await eventRows(tx, asked));
  const messages = byTicket(await messageRows(tx, asked));
  const clocks = byTicket(await clockRows(tx, asked));
  const promises = byTicket(await promiseRows(tx, asked));
  const focus = byTicket(await focusRows(tx, asked));
  const belonged = byTicket(await belongingRows(tx, asked));
  const pasts = tickets.map(
    ({ id, requesterId, createdAt, updatedAt, status, spam, trashed, merged, ...dimensions }) => ({
      ...{ id, requesterId, createdAt, updatedAt, status, spam, trashed, merged, dimensions },
      events: events.get(id) ?? [],
      messages: new Map((messages.get(id) ?? []).map((message) => [message.id, message])),
      clocks: clocks.get(id) ?? [],
      promises: promises.get(id) ?? [],
      focus: focus.get(id) ?? [],
      belonged: belonged.get(id) ?? [],
      repeats: new Map<number, Date>(),
    }),
  );
  return withRepeats(tx, asked, pasts);
}

async function withRepeats(tx: Tx, asked: Asked, pasts: readonly TicketPast[]): Promise<TicketPast[]> {
  const solved = pasts.flatMap((past) => {
    const episodes = episodesOf(tellStory(past), past.createdAt, asked.fcrDays);
    return episodes.map(({ first }) => ({ id: past.id, at: first.at }));
  });
  const repeats = await repeatsOf(tx, asked, solved);
  return pasts.map((past) => ({ ...past, repeats: repeats.get(past.id) ?? past.repeats }));
}

function byTicket<Row>(rows: readonly OfTicket<Row>[]): Map<string, OfTicket<Row>[]> {
  const groups = new Map<string, OfTicket<Row>[]>();
  for (const row of rows) {
    const group = groups.get(row.ticketId);
    if (group) group.push(row);
    else groups.set(row.ticketId, [row]);
  }
  return groups;
}

const ticketRows = (tx: Tx, { workspaceId, ids }: Asked) => tx.$queryRaw<TicketRow[]>`
  select t.id, t."requesterId", t."createdAt", t."updatedAt", t.status::text, t.spam, t."trashedAt" is not null as trashed,
    t."mergedIntoId" is not null as merged, t.channel::text, t."channelAccountId", t."teamId", t."assigneeId" as "agentId",
    t.language, t.priority::text, t.type::text, c."tierId"::text as tier, c."organizationId",
    array(select tt."tagId" from "TicketTag" tt where tt."workspaceId" = t."workspaceId" and tt."ticketId" = t.id
      order by tt."tagId") as "tagIds"
  from "Ticket" t join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
  where t."workspaceId" = ${workspaceId}::uuid and t.id = any(${[...ids]}::uuid[])`;

const eventRows = (tx: Tx, { workspaceId, ids }: Asked) => tx.$queryRaw<OfTicket<PastEvent>[]>`
  select "ticketId", type, data, at, version, "actorKind", "actorId"
  from "TicketEvent"
  where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${[...ids]}::uuid[])
    and type in ('message.added', 'message.cancelled', 'call.answered', 'ticket.status_changed',
      'ticket.priority_changed', 'ticket.type_changed', 'ticket.assigned', 'ticket.team_changed',
      'ticket.language_changed', 'ticket.spam_changed', 'ticket.trash_changed', 'ticket.split_off', 'ticket.took_over',
      'ticket.merged', 'ticket.unmerged')
  order by "ticketId", position`;

/** Messages that were taken back before they left were never said. */
const messageRows = (tx: Tx, { workspaceId, ids }: Asked) => tx.$queryRaw<
  OfTicket<PastMessage & { id: string }>[]
>`
  select id, "ticketId", direction::text, channel::text, "channelAccountId", "authorKind"::text as author, "authorUserId",
    automated is not null as automated, thanks, language, case when scheduled then "sendAt" end as "leftAt"
  from "Message"
  where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${[...ids]}::uuid[])
    and delivery is distinct from 'cancelled' and direction <> 'note'`;

/** Clocks that were met or missed; what is late and still runs is missed already (contracts G.10). */
const clockRows = (tx: Tx, { workspaceId, ids }: Asked) => tx.$queryRaw<OfTicket<PastClock>[]>`
  select "ticketId", metric::text, case when "breachedAt" is null then 1 else 0 end as met,
    coalesce("fulfilledAt", "breachedAt") as at
  from "SlaClock"
  where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${[...ids]}::uuid[])
    and "cancelledAt" is null and ("breachedAt" is not null or "fulfilledAt" is not null)
    and ("breachedAt" is not null or reason is null or reason not in ('no_reply', 'before_policy'))
  order by "ticketId", metric, sequence`;

/** Promises that came to something: broken ones for good, also when they were answered later (`keptPromises`). */
const promiseRows = (tx: Tx, { workspaceId, ids }: Asked) => tx.$queryRaw<OfTicket<PastPromise>[]>`
  select "ticketId", case when "brokenAt" is null then 1 else 0 end as kept, coalesce("brokenAt", "keptAt") as at
  from "TicketPromise"
  where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${[...ids]}::uuid[])
    and ("keptAt" is not null or "brokenAt" is not null)
  order by "ticketId", "promisedAt", id`;

/** How long tickets were in front of people. */
const focusRows = (tx: Tx, { workspaceId, ids }: Asked) => tx.$queryRaw<OfTicket<PastFocus>[]>`
  select "ticketId", "startedAt" as at, seconds, reason is not null as corrects
  from "FocusSession"
  where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${[...ids]}::uuid[])`;

/** What requesters belonged to before. */
const belongingRows = (tx: Tx, { workspaceId, ids }: Asked) => tx.$queryRaw<OfTicket<PastBelonging>[]>`
  select t.id as "ticketId", p."until", p."tierId"::text as tier, p."organizationId"
  from "Ticket" t join "CustomerPast" p on p."workspaceId" = t."workspaceId" and p."customerId" = t."requesterId"
  where t."workspaceId" = ${workspaceId}::uuid and t.id = any(${[...ids]}::uuid[])
  order by t.id, p."until"`;
