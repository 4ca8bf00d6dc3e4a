import { isReopening, momentsOf } from '@/domain/ticket/moments';
import { sleepsUntil } from '@/domain/ticket/snooze';
import type { TicketChange } from '@/domain/ticket/ticket';
import { isActive } from '@/domain/ticket/ticket';
import type { PromiseColumns } from '@/features/promises/commands/settle-promises';
import type { SlaColumns } from '@/features/sla/commands/settle-clocks';
import type { Context } from '@/server/context';
import { joinSql, type Sql, sql, sqlJson, sqlName } from '@/server/db/sql';
import { factsOf } from './event-facts';
import { messageRows, type Rows } from './message-rows';

/** A change, and what else the ticket's row shows of it: how its clocks and promises stand. */
type Saved = TicketChange & Readonly<{ columns: Partial<SlaColumns & PromiseColumns> }>;

/**
 * Everything that changes of different tickets write, as one statement: state, messages with their addresses and files,
 * history, and the notice to whoever looks at `topics`. It gives one row with how many tickets were saved: too few when
 * somebody saved another version of one in between.
 */
export function saveStatement(ctx: Context, changes: readonly Saved[], topics: readonly string[]): Sql {
  const written = changes.map((change) => writtenBy(ctx, change));
  const states = [...Map.groupBy(changes, (change) => shapeOf(ctx, change)).values()].map(
    (alike, index) => [sqlName(`saved${index}`), stateOf(ctx, alike)] as const,
  );
  const saved = states.map(([name, state]) => sql`${name} as (${state} returning 1)`);
  const counts = states.map(([name]) => sql`(select count(*) from ${name})`);
  return sql`
    with ${joinSql(saved, ', ')},
    messages as (${insertRows(
      'Message',
      written.flatMap(({ message }) => message),
    )}),
    addresses as (${insertRows(
      'MessageAddress',
      written.flatMap(({ address }) => address),
    )}),
    mentions as (${insertRows(
      'MessageMention',
      written.flatMap(({ mention }) => mention),
    )}),
    files as (${insertRows(
      'Attachment',
      written.flatMap(({ file }) => file),
    )}),
    history as (${insertRows(
      'TicketEvent',
      changes.flatMap((change) => eventRows(ctx, change)),
    )}),
    notice as (select pg_notify('live', topic) from unnest(${[...topics]}::text[]) as topic)
    select (${joinSql(counts, ' + ')})::int as saved, (select count(*) from notice)::int as told`;
}

function writtenBy(ctx: Context, { after, events, at }: TicketChange) {
  const messages = events.flatMap((event) => (event.type === 'message.added' ? [event.message] : []));
  return messageRows(ctx, { ticketId: after.id, messages, at });
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

/** Changes of one shape write the same columns, and so in one go. */
function shapeOf(ctx: Context, change: Saved): string {
  const columns = Object.keys(ticketRow(ctx, change));
  return [change.before.version === 0, isReopening(change), ...columns].join();
}

/** Changes of one shape. A single one is found by its values, so that no plan has to guess how many there are. */
function stateOf(ctx: Context, changes: readonly Saved[]): Sql {
  const rows = changes.map((change) => ticketRow(ctx, change));
  const [change] = changes;
  const [row] = rows;
  if (!change || !row) throw new Error('nothing to save');
  if (change.before.version === 0) return insertRows('Ticket', rows);
  const names = Object.keys(row);
  const fields = sqlName(...names);
  const reopened = isReopening(change) ? sql`, reopens = t.reopens + 1` : sql``;
  if (rows.length === 1)
    return sql`update "Ticket" t set (${fields}) = (select ${fields}
        from json_populate_record(null::"Ticket", ${sqlJson(row)}::json))${reopened}
      where t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = ${change.after.id}::uuid
        and t.version = ${change.before.version}`;
  const values = joinSql(
    names.map((name) => sql`r.${sqlName(name)}`),
    ', ',
  );
  return sql`update "Ticket" t set (${fields}) = row(${values})${reopened}
    from json_populate_recordset(null::"Ticket", ${sqlJson(rows)}::json) r
    where t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = r.id and t.version = r.version - 1`;
}

function ticketRow({ workspaceId }: Context, change: Saved) {
  const { before, after, at, columns } = change;
  const { tagIds: _, fields: __, ...state } = after;
  return {
    ...state,
    ...columns,
    ...momentsOf(change),
    snoozedUntil: sleepsUntil(after),
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
