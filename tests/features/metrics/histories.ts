import type { Db } from '@/server/db/client';
import { sqlJson, sqlName } from '@/server/db/sql';
import type { World } from '../sla/support';

/** Rows like the one with this id, with other values in some columns; many at once, as history would have left them. */
export function rowsLike(
  db: Db,
  ...[table, id, rows]: [string, string, readonly Readonly<Record<string, unknown>>[]]
): Promise<number> {
  return db.$executeRaw`
    insert into ${sqlName(table)} select (jsonb_populate_record(base, row.value)).*
    from ${sqlName(table)} base, jsonb_array_elements(${sqlJson(rows)}::jsonb) as row(value) where base.id = ${id}::uuid`;
}

/** The life of a ticket that a customer began: when somebody answered, and how it went on. */
export type Life = Readonly<{
  createdAt: Date;
  channel?: string;
  answers?: readonly Date[];
  /** Solved, reopened, solved … in turn. */
  turns?: readonly Date[];
  /** A person gave it to another team. */
  movedAt?: Date;
}>;

/** Tickets with these lives, and all that happened to them as events; ids in the same order. */
export async function liveTickets(world: World, baseId: string, lives: readonly Life[]): Promise<string[]> {
  const { db, workspaceId } = world;
  const tickets = lives.map((life, index) => ({
    id: world.system().newId(),
    number: 10_000 + index,
    ...ticketOf(life),
  }));
  const [first] = await db.$queryRaw<{ number: number }[]>`
    select max(number)::int as number from "Ticket" where "workspaceId" = ${workspaceId}::uuid`;
  const numbered = tickets.map((ticket, index) => ({
    ...ticket,
    number: (first?.number ?? 0) + 10_000 + index,
  }));
  await rowsLike(db, 'Ticket', baseId, numbered);
  const events = lives.flatMap((life, index) =>
    eventsOf(life).map((event) => ({ ...event, workspaceId, ticketId: tickets[index]?.id })),
  );
  await db.$executeRaw`
    insert into "TicketEvent" ("workspaceId", "ticketId", type, data, at, version, "actorKind")
    select "workspaceId", "ticketId", type, data, at, version, 'user'
    from json_to_recordset(${sqlJson(events)}::json)
      as e("workspaceId" uuid, "ticketId" uuid, type text, data jsonb, at timestamptz, version int)`;
  return tickets.map(({ id }) => id);
}

const statusAfter = (turn: number) => (turn % 2 === 0 ? 'open' : 'solved');

function ticketOf({ createdAt, channel = 'email', turns = [] }: Life) {
  const status = statusAfter(turns.length);
  return { createdAt, updatedAt: createdAt, channel, spam: false, status, active: status === 'open' };
}

function eventsOf({ createdAt, answers = [], turns = [], movedAt }: Life) {
  const told = [
    { type: 'ticket.created', data: {}, at: createdAt },
    ...answers.map((at) => ({ type: 'call.answered', data: {}, at })),
    ...(movedAt
      ? [{ type: 'ticket.team_changed', data: { from: crypto.randomUUID(), to: null }, at: movedAt }]
      : []),
    ...turns.map((at, index) => ({
      ...{ type: 'ticket.status_changed', at },
      data: { from: statusAfter(index), to: statusAfter(index + 1) },
    })),
  ];
  return told
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map((event, index) => ({ ...event, version: index + 1 }));
}
