import 'server-only';
import { z } from 'zod';
import { ok } from '@/domain/shared/result';
import { searchTickets, ticketsMatching } from '@/features/search/queries';
import type { StaffContext } from '@/server/context';
import { freshlyPlanned } from '@/server/db/fresh-plan';
import { readableBy, readableWithTrash } from '@/server/db/readable-tickets';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import { sealCursor } from '@/server/http/cursor';
import { withField } from './own-fields';
import { type Listed, type Place, pageOf, placeOf } from './paging';
import type { TicketQuery } from './schemas/ticket';
import { type TicketRow, ticketRows } from './ticket-rows';

const hitPlace = z.object({
  step: z.enum(['direct', 'words', 'corrected']),
  activityAt: z.iso.datetime().transform((text) => new Date(text)),
  id: z.uuid(),
});

/** The tickets that fit the filters; those that hold the words of `q` in the order of the search unless sorted otherwise. */
export function listTickets(ctx: StaffContext, query: TicketQuery): Listed<TicketRow> {
  return query.q && !query.sort ? found(ctx, query, query.q) : sorted(ctx, query);
}

async function found(ctx: StaffContext, query: TicketQuery, q: string): Listed<TicketRow> {
  const after = placeOf('tickets.q', query.cursor, hitPlace);
  if (!after.ok) return after;
  const filter = allOf(filters(query));
  const { hits, next } = await searchTickets(ctx, { q, limit: query.limit, after: after.value, filter });
  const ids = hits.map((hit) => hit.id);
  const chosen = sql`select id, position from unnest(${ids}::uuid[]) with ordinality as hit(id, position)`;
  const data = ids.length > 0 ? await ticketRows(ctx, chosen) : [];
  return ok({ data, nextCursor: next ? sealCursor('tickets.q', next) : null });
}

const COLUMNS = {
  createdAt: sql`t."createdAt"`,
  updatedAt: sql`t."updatedAt"`,
  number: sql`t.number`,
  nextDueAt: sql`t."nextDueAt"`,
} as const;
type Column = keyof typeof COLUMNS;

/** What is due, which only active tickets are: so that the walk is one through the index of due times. */
const IS_DUE = sql`t.active and t."nextDueAt" is not null`;

const inTrash = (ctx: StaffContext): Sql =>
  sql`(t."asideAt" is not null and t."trashedAt" is not null and ${readableWithTrash(ctx.actor)})`;

async function sorted(ctx: StaffContext, query: TicketQuery): Listed<TicketRow> {
  const { sort = '-createdAt', limit } = query;
  const column = sort.replace('-', '') as Column;
  const list = `tickets.${sort}`;
  const after = placeOf(list, query.cursor);
  if (!after.ok) return after;
  const matching = query.q ? await ticketsMatching(ctx, query.q) : null;
  const conditions = [
    sql`t."workspaceId" = ${ctx.workspaceId}::uuid`,
    query.trash === 'true' ? inTrash(ctx) : readableBy(ctx.actor),
    ...filters(query),
    ...(column === 'nextDueAt' ? [IS_DUE] : []),
    ...(matching ? [matching] : []),
    ...(after.value ? [beyond(sort, after.value)] : []),
  ];
  const direction = sort.startsWith('-') ? sql`desc` : sql`asc`;
  const order = sql`order by ${COLUMNS[column]} ${direction}, t.id ${direction}`;
  const chosen = sql`
    select t.id, row_number() over (${order}) as position from "Ticket" t
    where ${allOf(conditions)} ${order} limit ${limit + 1}`;
  const rows = matching
    ? await freshlyPlanned(ctx.db, (tx) => ticketRows(ctx, chosen, tx))
    : await ticketRows(ctx, chosen);
  return ok(pageOf(list, rows, { limit, by: (row) => valueIn(row, column) }));
}

const valueIn = (row: TicketRow, column: Column): Date | number =>
  column === 'nextDueAt' ? new Date(row.sla.nextDueAt ?? 0) : row[column];

function beyond(sort: string, { by, id }: Place): Sql {
  const column = COLUMNS[sort.replace('-', '') as Column];
  const place = typeof by === 'number' ? sql`${by}::int` : sql`${new Date(by)}`;
  return sort.startsWith('-')
    ? sql`(${column}, t.id) < (${place}, ${id}::uuid)`
    : sql`(${column}, t.id) > (${place}, ${id}::uuid)`;
}

const allOf = (conditions: readonly Sql[]): Sql => joinSql([sql`true`, ...conditions], ' and ');

function filters(query: TicketQuery): Sql[] {
  const { status, statusCategory, priority, type, channel, spam, updatedSince, createdSince } = query;
  return [
    ...given(status, (values) => sql`t.status = any(${values}::"TicketStatus"[])`),
    ...given(statusCategory, (values) => sql`t.status = any(${values}::"TicketStatus"[])`),
    ...given(priority, (values) => sql`t.priority = any(${values}::"Priority"[])`),
    ...given(type, (values) => sql`t.type = any(${values}::"TicketType"[])`),
    ...given(channel, (values) => sql`t.channel = any(${values}::"Channel"[])`),
    ...given(spam, (value) => sql`t.spam = ${value === 'true'}`),
    ...given(updatedSince, (at) => sql`t."updatedAt" >= ${at}`),
    ...given(createdSince, (at) => sql`t."createdAt" >= ${at}`),
    ...given(query.dueFrom, (at) => sql`(${IS_DUE} and t."nextDueAt" >= ${at})`),
    ...given(query.dueBefore, (at) => sql`(${IS_DUE} and t."nextDueAt" < ${at})`),
    ...given(query.assignee, assignedTo),
    ...given(query.team, (id) => (id === 'none' ? sql`t."teamId" is null` : sql`t."teamId" = ${id}::uuid`)),
    ...given(query.requester, askedBy),
    ...given(query.field, withField),
    ...(query.tag ?? []).map(taggedWith),
  ];
}

const given = <Value>(value: Value | undefined, condition: (value: Value) => Sql): Sql[] =>
  value === undefined ? [] : [condition(value)];

function assignedTo(who: string): Sql {
  if (who === 'none') return sql`t."assigneeId" is null`;
  if (!who.includes('@')) return sql`t."assigneeId" = ${who}::uuid`;
  return sql`t."assigneeId" = (select u.id from "User" u where u.email = ${who})`;
}

function askedBy(who: string): Sql {
  if (!who.includes('@')) return sql`t."requesterId" = ${who}::uuid`;
  return sql`t."requesterId" = (
    select i."customerId" from "CustomerIdentity" i
    where i."workspaceId" = t."workspaceId" and i.kind = 'email' and i.value = ${who})`;
}

const taggedWith = (name: string): Sql => sql`exists (
  select from "TicketTag" x join "Tag" g on g."workspaceId" = x."workspaceId" and g.id = x."tagId"
  where x."workspaceId" = t."workspaceId" and x."ticketId" = t.id and g.name = ${name})`;
