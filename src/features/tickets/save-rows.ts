import { isReopening, momentsOf } from '@/domain/ticket/moments';
import type { TicketChange } from '@/domain/ticket/ticket';
import { isActive } from '@/domain/ticket/ticket';
import type { PromiseColumns } from '@/features/promises/commands/settle-promises';
import type { SlaColumns } from '@/features/sla/commands/settle-clocks';
import type { Context } from '@/server/context';
import { type Sql, sql, sqlJson, sqlName } from '@/server/db/sql';
import { factsOf } from './event-facts';
import { messageRows, type Rows } from './message-rows';

/** A change, and what else the ticket's row shows of it: how its clocks and promises stand. */
type Saved = TicketChange & Readonly<{ columns: Partial<SlaColumns & PromiseColumns> }>;

/**
 * Everything that a change of a ticket writes, as one statement: state, messages with their addresses and files, history,
 * and the notice to whoever looks at `topics`. It gives one row with how many tickets were saved: none when somebody saved
 * another version in between.
 */
export function saveStatement(ctx: Context, change: Saved, topics: readonly string[]): Sql {
  const { after, events, at } = change;
  const messages = events.flatMap((event) => (event.type === 'message.added' ? [event.message] : []));
  const { message, address, file } = messageRows(ctx, { ticketId: after.id, messages, at });
  return sql`
    with saved as (${stateOf(ctx, change)} returning 1),
    messages as (${insertRows('Message', message)}),
    addresses as (${insertRows('MessageAddress', address)}),
    files as (${insertRows('Attachment', file)}),
    history as (${insertRows('TicketEvent', eventRows(ctx, change))}),
    notice as (select pg_notify('live', topic) from unnest(${[...topics]}::text[]) as topic)
    select (select count(*) from saved)::int as saved, (select count(*) from notice)::int as told`;
}

/** Inserts rows that all have the same fields; none where there are none. */
export function insertRows(table: Rows['table'], rows: Rows['rows']): Sql {
  const name = sqlName(table);
  const [first] = rows;
  if (!first) return sql`select 1 where false`;
  const fields = sqlName(...Object.keys(first));
  return sql`insert into ${name} (${fields}) select ${fields}
    from json_populate_recordset(null::${name}, ${sqlJson(rows)}::json)`;
}

function stateOf(ctx: Context, change: Saved): Sql {
  const { before, after } = change;
  const row = ticketRow(ctx, change);
  if (before.version === 0) return insertRows('Ticket', [row]);
  const fields = sqlName(...Object.keys(row));
  const reopened = isReopening(change) ? sql`, reopens = t.reopens + 1` : sql``;
  return sql`update "Ticket" t set (${fields}) = (select ${fields}
      from json_populate_record(null::"Ticket", ${sqlJson(row)}::json))${reopened}
    where t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = ${after.id}::uuid and t.version = ${before.version}`;
}

function ticketRow({ workspaceId }: Context, change: Saved) {
  const { before, after, at, columns } = change;
  const { tagIds: _, fields: __, ...state } = after;
  return {
    ...state,
    ...columns,
    ...momentsOf(change),
    workspaceId,
    active: isActive(after.status),
    updatedAt: at,
    version: before.version + 1,
  };
}

function eventRows({ workspaceId }: Context, { before, after, events, by, at }: TicketChange) {
  const cause = by.kind === 'system' ? by.cause : undefined;
  return events.map((event) => ({
    workspaceId,
    ticketId: after.id,
    type: event.type,
    data: factsOf(event),
    actorKind: by.kind,
    actorId: cause?.ruleId ?? by.id,
    actorName: by.name,
    at,
    version: before.version + 1,
    depth: cause?.depth ?? 0,
    causedBy: cause?.runId ?? null,
  }));
}
