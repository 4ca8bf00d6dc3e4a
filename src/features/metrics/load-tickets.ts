import { episodesOf } from '@/domain/metrics/episodes';
import type { Dimensions } from '@/domain/metrics/facts';
import type { PastFocus } from '@/domain/metrics/handle-time';
import type {
  PastBelonging,
  PastClock,
  PastMessage,
  PastPromise,
  TicketHistory,
  TicketPast,
} from '@/domain/metrics/ticket-past';
import { tellStory } from '@/domain/metrics/ticket-story';
import type { Tx } from '@/server/db/client';
import { type Histories, historiesOf, type OfTicket } from './histories';
import { repeatsOf } from './repeats';

type TicketRow = Omit<TicketHistory, 'events'> & Readonly<{ id: string; requesterId: string }>;

export type Asked = Readonly<{ workspaceId: string; ids: readonly string[]; fcrDays: number }>;

/**
 * Everything that metrics need of these tickets, in eleven statements however many they are, and one more for each step that tickets
 * were merged on. Tickets that are gone are absent.
 */
export async function loadTickets(tx: Tx, asked: Asked): Promise<TicketPast[]> {
  const { workspaceId, ids } = asked;
  const histories = await historiesOf(tx, asked);
  const rows = await ticketRows(tx, { workspaceId, ids: [...histories.events.keys()] });
  const tickets = new Map(rows.map((row) => [row.id, row]));
  const calls = await callsOn(tx, asked, histories);
  const messages = byTicket(await messageRows(tx, asked));
  const clocks = byTicket(await clockRows(tx, asked));
  const promises = byTicket(await promiseRows(tx, asked));
  const focus = byTicket(await focusRows(tx, asked));
  const belonged = byTicket(await belongingRows(tx, asked));
  const historyOf = (id: string) => {
    const ticket = tickets.get(id);
    return ticket ? [{ ...ticket, events: histories.events.get(id) ?? [] }] : [];
  };
  const pasts = ids.flatMap(historyOf).map((history) => {
    const { id } = history;
    return {
      ...history,
      messages: new Map((messages.get(id) ?? []).map((message) => [message.id, message])),
      calls: calls.get(id) ?? new Set<string>(),
      parts: histories.partsOf(id).flatMap(historyOf),
      clocks: clocks.get(id) ?? [],
      promises: promises.get(id) ?? [],
      focus: focus.get(id) ?? [],
      belonged: belonged.get(id) ?? [],
      repeats: new Map<number, Date>(),
    };
  });
  return withRepeats(tx, asked, pasts);
}

/** The answered calls by the tickets on which they stand; of those whose record is gone, by the tickets that tell of them. */
async function callsOn(
  tx: Tx,
  { workspaceId }: Asked,
  { events }: Histories,
): Promise<Map<string, Set<string>>> {
  const told = [...events].flatMap(([ticketId, each]) =>
    each.flatMap(({ type, data }) =>
      type === 'call.answered' ? [{ ticketId, callId: String(data['callId']) }] : [],
    ),
  );
  if (told.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; ticketId: string | null }[]>`
    select id, "ticketId" from "CallLog"
    where "workspaceId" = ${workspaceId}::uuid and id = any(${told.map(({ callId }) => callId)}::uuid[])`;
  const places = new Map(rows.map(({ id, ticketId }) => [id, ticketId]));
  const calls = new Map<string, Set<string>>();
  for (const { ticketId, callId } of told) {
    const place = places.get(callId) ?? ticketId;
    calls.set(place, (calls.get(place) ?? new Set()).add(callId));
  }
  return calls;
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

type FlatRow = Dimensions & Omit<TicketRow, 'dimensions'>;

async function ticketRows(tx: Tx, { workspaceId, ids }: Omit<Asked, 'fcrDays'>): Promise<TicketRow[]> {
  const rows = await tx.$queryRaw<FlatRow[]>`
  select t.id, t."requesterId", t."createdAt", t."updatedAt", t.status::text, t.spam, t."trashedAt" is not null as trashed,
    t."mergedIntoId" is not null as merged, t.channel::text, t."channelAccountId", t."teamId", t."assigneeId" as "agentId",
    t.language, t.priority::text, t.type::text, c."tierId"::text as tier, c."organizationId",
    array(select tt."tagId" from "TicketTag" tt where tt."workspaceId" = t."workspaceId" and tt."ticketId" = t.id
      order by tt."tagId") as "tagIds"
  from "Ticket" t join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
  where t."workspaceId" = ${workspaceId}::uuid and t.id = any(${[...ids]}::uuid[])`;
  return rows.map(
    ({ id, requesterId, createdAt, updatedAt, status, spam, trashed, merged, ...dimensions }) => ({
      ...{ id, requesterId, createdAt, updatedAt, status, spam, trashed, merged, dimensions },
    }),
  );
}

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
