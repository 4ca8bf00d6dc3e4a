import type { StoredEvent } from '@/domain/rule/wake';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** What one save of a ticket told its history. */
export type Save = Readonly<{
  from: bigint;
  to: bigint;
  at: Date;
  events: readonly StoredEvent[];
  /** Its newest message. */
  messageId: string | null;
  /** It holds a message that a machine wrote. */
  byMachine: boolean;
  changedBy: string;
  /** The rule that did it; null when it was no rule. */
  ruleId: string | null;
  depth: number;
}>;

export type EventRow = Readonly<{
  position: bigint;
  type: string;
  data: unknown;
  actorKind: string;
  actorId: string | null;
  depth: number;
  causedBy: string | null;
  version: number | null;
  at: Date;
}>;

/** More than any save tells; what is beyond is read with the next one. */
const MOST_EVENTS = 500;

type Where = Readonly<{ ticketId: string; at: Date }>;

/**
 * How far the rules have looked into a ticket's history, locked until the transaction ends; a ticket that they look at for
 * the first time begins with the save of the instant `at`. Null when there is no such ticket any more.
 */
export async function lockedCursor(
  tx: Tx,
  { workspaceId }: SystemContext,
  { ticketId, at }: Where,
): Promise<bigint | null> {
  const [row] = await tx.$queryRaw<{ position: bigint }[]>`
    insert into "RuleCursor" as known ("workspaceId", "ticketId", position)
    select t."workspaceId", t.id, coalesce((select min(e.position) - 1 from "TicketEvent" e
      where e."workspaceId" = t."workspaceId" and e."ticketId" = t.id and e.at >= ${at}), 0)
    from "Ticket" t where t."workspaceId" = ${workspaceId}::uuid and t.id = ${ticketId}::uuid
    on conflict ("workspaceId", "ticketId") do update set position = known.position
    returning known.position`;
  return row?.position ?? null;
}

/** The events of a ticket beyond a position, oldest first. */
export function newEvents(
  tx: Tx,
  { workspaceId }: SystemContext,
  { ticketId, after }: Readonly<{ ticketId: string; after: bigint }>,
): Promise<EventRow[]> {
  return tx.$queryRaw<EventRow[]>`
    select position, type, data, "actorKind", "actorId", depth, "causedBy", version, at
    from "TicketEvent"
    where "workspaceId" = ${workspaceId}::uuid and "ticketId" = ${ticketId}::uuid and position > ${after}
    order by position limit ${MOST_EVENTS}`;
}

/** Notes that the rules have looked as far as `to`. */
export async function moveCursor(
  tx: Tx,
  { workspaceId }: SystemContext,
  { ticketId, to }: Readonly<{ ticketId: string; to: bigint }>,
): Promise<void> {
  await tx.$executeRaw`update "RuleCursor" set position = ${to}
    where "workspaceId" = ${workspaceId}::uuid and "ticketId" = ${ticketId}::uuid`;
}

/** Events by the save that made them, oldest first. */
export function savesOf(rows: readonly EventRow[]): Save[] {
  const groups: EventRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0] && belongs(last[0], row)) last.push(row);
    else groups.push([row]);
  }
  return groups.flatMap(saveOf);
}

const belongs = (first: EventRow, row: EventRow): boolean =>
  first.version === row.version && first.at.getTime() === row.at.getTime();

function saveOf(rows: readonly EventRow[]): Save[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const events = rows.map(({ type, data }) => ({ type, data: (data ?? {}) as StoredEvent['data'] }));
  const said = events.filter(({ type }) => type === 'message.added').map(({ data }) => data);
  const messageId = said.at(-1)?.['messageId'];
  const isRule = first.causedBy !== null;
  return [
    {
      from: first.position,
      to: last.position,
      at: first.at,
      events,
      messageId: typeof messageId === 'string' ? messageId : null,
      byMachine: said.some(({ automated }) => automated !== null && automated !== undefined),
      changedBy: first.actorKind,
      ruleId: isRule ? first.actorId : null,
      depth: first.depth,
    },
  ];
}
