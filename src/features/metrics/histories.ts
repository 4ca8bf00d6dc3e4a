import type { PastEvent } from '@/domain/metrics/ticket-past';
import type { Tx } from '@/server/db/client';

export type OfTicket<Row> = Row & Readonly<{ ticketId: string }>;

/** What happened to tickets, and to those with whose words they have to do. */
export type Histories = Readonly<{
  /** By ticket, oldest first; of those that were asked for also where nothing happened. */
  events: ReadonlyMap<string, readonly PastEvent[]>;
  /** Which tickets became a part of this one, or lost a part to it, also by way of others; in one order whatever was asked for. */
  partsOf: (id: string) => string[];
}>;

type Asked = Readonly<{ workspaceId: string; ids: readonly string[] }>;

/** The histories of these tickets, and of all whose words may stand on them: one statement, and one more for each step between. */
export async function historiesOf(tx: Tx, { workspaceId, ids }: Asked): Promise<Histories> {
  const events = new Map<string, PastEvent[]>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    for (const id of wanted) events.set(id, []);
    for (const { ticketId, ...event } of await eventRows(tx, { workspaceId, ids: wanted })) {
      events.get(ticketId)?.push(event);
    }
    wanted = [...new Set(wanted.flatMap((id) => namedIn(events.get(id) ?? [])))].filter(
      (id) => !events.has(id),
    );
  }
  return { events, partsOf: (id) => partsOf(events, id) };
}

function partsOf(events: ReadonlyMap<string, readonly PastEvent[]>, id: string): string[] {
  const found = new Set([id]);
  for (const each of found) for (const part of namedIn(events.get(each) ?? [])) found.add(part);
  found.delete(id);
  return [...found].sort();
}

/** The tickets whose words came to stand on the one that this happened to. */
const namedIn = (events: readonly PastEvent[]): string[] =>
  events.flatMap(({ type, data }) => {
    if (type === 'ticket.took_over') return [String(data['ticketId'])];
    return type === 'ticket.split_off' ? [String(data['fromId'])] : [];
  });

const eventRows = (tx: Tx, { workspaceId, ids }: Asked) => tx.$queryRaw<OfTicket<PastEvent>[]>`
  select "ticketId", type, data, at, version, "actorKind", "actorId"
  from "TicketEvent"
  where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${[...ids]}::uuid[])
    and type in ('message.added', 'message.cancelled', 'call.answered', 'ticket.status_changed',
      'ticket.priority_changed', 'ticket.type_changed', 'ticket.assigned', 'ticket.team_changed',
      'ticket.language_changed', 'ticket.spam_changed', 'ticket.trash_changed', 'ticket.split_off', 'ticket.took_over',
      'ticket.gave_back', 'ticket.merged', 'ticket.unmerged')
  order by "ticketId", position`;
