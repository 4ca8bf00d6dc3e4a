import 'server-only';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { type FieldDefinition, type FieldValue, fieldName, fieldText } from '@/domain/field/field';
import type { ViewColumn } from '@/domain/view/saved-view';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { fieldValuesOf } from '@/features/fields/commands/field-values';
import type { StaffContext } from '@/server/context';

/** The columns that lines of lists do not carry anyway. */
const MORE = ['organization', 'type', 'language', 'team', 'created'] as const;
type More = (typeof MORE)[number];

/** What stands in further columns of a list, as text in the reader's language, by ticket and column. */
export type Cells = Readonly<{
  heads: Readonly<Record<string, string>>;
  of: (ticketId: string) => Readonly<Record<string, string>>;
}>;

type Row = Readonly<Record<Exclude<More, 'created'>, string | null>> &
  Readonly<{ id: string; created: Date }>;

/** Reads what these columns show of these tickets: in one query, and two more where own fields are among them. */
export async function cellsFor(
  ctx: StaffContext,
  { columns, ids }: Readonly<{ columns: readonly ViewColumn[]; ids: readonly string[] }>,
): Promise<Cells> {
  const [known, own] = await Promise.all([
    knownCells(ctx, { columns, ids }),
    ownCells(ctx, { columns, ids }),
  ]);
  return { heads: own.heads, of: (id) => ({ ...known.get(id), ...own.of(id) }) };
}

type Asked = Readonly<{ columns: readonly ViewColumn[]; ids: readonly string[] }>;

async function knownCells(ctx: StaffContext, { columns, ids }: Asked) {
  const wanted = MORE.filter((column) => columns.includes(column));
  if (wanted.length === 0 || ids.length === 0) return new Map<string, Record<string, string>>();
  const [common, format, rows] = await Promise.all([
    getTranslations('common'),
    getFormatter(),
    ctx.db.$queryRaw<Row[]>`
      select t.id, t.type, t.language, t."createdAt" as created, o.name as organization, m.name as team
      from "Ticket" t
      join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
      left join "Organization" o on o."workspaceId" = c."workspaceId" and o.id = c."organizationId"
      left join "Team" m on m."workspaceId" = t."workspaceId" and m.id = t."teamId"
      where t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = any(${[...ids]}::uuid[])`,
  ]);
  const say: Readonly<Record<More, (row: Row) => string>> = {
    organization: (row) => row.organization ?? '',
    team: (row) => row.team ?? '',
    type: (row) => common(`type.${row.type as 'question'}`),
    language: (row) => (row.language ? common(`language.${row.language as 'en'}`) : ''),
    created: (row) => format.dateTime(row.created, { dateStyle: 'medium' }),
  };
  return new Map(
    rows.map((row) => [row.id, Object.fromEntries(wanted.map((column) => [column, say[column](row)]))]),
  );
}

async function ownCells(ctx: StaffContext, { columns, ids }: Asked): Promise<Cells> {
  const own = columns.flatMap((column) =>
    column.startsWith('ticket.') ? [column.slice('ticket.'.length)] : [],
  );
  if (own.length === 0) return { heads: {}, of: () => ({}) };
  const { db, workspaceId } = ctx;
  const [locale, format, definitions, values] = await Promise.all([
    getLocale(),
    getFormatter(),
    fieldDefinitions(db, { workspaceId, entity: 'ticket' }),
    fieldValuesOf(db, { workspaceId, entity: 'ticket', ownerIds: ids }),
  ]);
  const shown = definitions.filter(({ id }) => own.includes(id));
  const say = (field: FieldDefinition, value: FieldValue): string => {
    const nameOf = (key: string) =>
      fieldText(field.options.find((option) => option.key === key)?.names ?? {}, locale) || key;
    if (value === true) return '✓';
    if (typeof value === 'number') return format.number(value);
    if (field.kind === 'date') {
      return format.dateTime(new Date(`${value}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
    }
    return (Array.isArray(value) ? value : [String(value)]).map(nameOf).join(', ');
  };
  return {
    heads: Object.fromEntries(shown.map((field) => [`ticket.${field.id}`, fieldName(field, locale)])),
    of: (ticketId) =>
      Object.fromEntries(
        shown.flatMap((field) => {
          const value = values.get(ticketId)?.[field.id];
          return value === undefined ? [] : [[`ticket.${field.id}`, say(field, value)]];
        }),
      ),
  };
}
