import 'server-only';
import { stringify } from 'csv-stringify/sync';
import type { SegmentCondition } from '@/domain/condition/segment';
import { tierName } from '@/domain/customer/tier';
import { type FieldDefinition, type FieldValue, type FieldValues, fieldText } from '@/domain/field/field';
import { guardedCell } from '@/domain/import/formula';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { fieldValuesOf } from '@/features/fields/commands/field-values';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { type CustomerLine, listCustomerLines } from './customer-lines';

const PORTION = 1000;

const EXPORT_HEADERS = [
  'kalauz_id',
  'name',
  'given_name',
  'family_name',
  'email',
  'phone',
  'organization',
  'tier',
  'language',
  'time_zone',
  'note',
  'external_id',
  'consents',
  'open_tickets',
  'last_contact',
  'orders',
  'last_order',
  'created',
  'blocked',
] as const;

type Wanted = Readonly<{ q: string; conditions: SegmentCondition | null; locale: string; what: string }>;

/**
 * All customers that fit as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF (RFC 4180), and an apostrophe before
 * what a spreadsheet would take for a formula; one column more for each own field of customers that is in use. Read in
 * portions while it is sent, so that its length costs no memory.
 */
export async function exportCustomers(
  ctx: StaffContext,
  wanted: Wanted,
): Promise<ReadableStream<Uint8Array>> {
  await transaction(ctx, (tx) =>
    recordAudit(tx, ctx, { action: 'customer.exported', target: wanted.what || '*' }),
  );
  const { db, workspaceId } = ctx;
  const all = await fieldDefinitions(db, { workspaceId, entity: 'customer' });
  const own = all.filter(({ archived }) => !archived);
  const bytes = new TextEncoder();
  let after: string | null = null;
  let begun = false;
  return new ReadableStream({
    async pull(controller) {
      if (!begun) {
        begun = true;
        controller.enqueue(bytes.encode(`\ufeff${csv([[...EXPORT_HEADERS, ...own.map(headOf)]])}`));
      }
      const page: Awaited<ReturnType<typeof listCustomerLines>> = await listCustomerLines(ctx, {
        q: wanted.q,
        conditions: wanted.conditions,
        sort: 'newest',
        after,
        limit: PORTION,
      });
      if (page.rows.length > 0) {
        const ownerIds = page.rows.map(({ id }) => id);
        const more = await moreOf(ctx, ownerIds);
        const values =
          own.length > 0 ? await fieldValuesOf(db, { workspaceId, entity: 'customer', ownerIds }) : null;
        const cells = page.rows.map((row) => [
          ...cellsOf(row, more.get(row.id), wanted.locale),
          ...ownCells(own, values?.get(row.id) ?? {}, wanted.locale),
        ]);
        controller.enqueue(bytes.encode(csv(cells)));
      }
      after = page.next;
      if (after === null) controller.close();
    },
  });
}

/** Rows as CSV; what begins with a sign that a spreadsheet reads as a formula gets an apostrophe before it. */
const csv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => row.map(guardedCell)),
    { record_delimiter: 'windows' },
  );

type More = Awaited<ReturnType<typeof loadMore>>[number];

/** What an export says beside a list, by customer. */
const moreOf = async (ctx: StaffContext, ids: readonly string[]): Promise<ReadonlyMap<string, More>> =>
  new Map((await loadMore(ctx, ids)).map((each) => [each.id, each]));

async function loadMore(ctx: StaffContext, ids: readonly string[]) {
  const [rows, ordered] = await Promise.all([
    loadRows(ctx, ids),
    ctx.db.order.groupBy({
      by: ['customerId'],
      where: { workspaceId: ctx.workspaceId, customerId: { in: [...ids] } },
      _count: true,
      _max: { placedAt: true },
    }),
  ]);
  const of = new Map(ordered.map(({ customerId, _count, _max }) => [customerId, { _count, _max }]));
  return rows.map((row) => {
    const { _count: orders = 0, _max } = of.get(row.id) ?? {};
    return { ...row, orders, lastOrderAt: _max?.placedAt ?? null };
  });
}

const loadRows = ({ db, workspaceId }: StaffContext, ids: readonly string[]) =>
  db.customer.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: {
      id: true,
      givenName: true,
      familyName: true,
      timeZone: true,
      note: true,
      externalId: true,
      // The newest word on each kind is what holds.
      consents: {
        distinct: ['kind'],
        orderBy: [{ kind: 'asc' }, { at: 'desc' }, { id: 'desc' }],
        select: { kind: true, given: true, at: true },
      },
    },
  });

const consentsIn = (consents: More['consents']): string =>
  consents
    .map(({ kind, given, at }) => `${kind} ${given ? 'given' : 'withdrawn'} ${at.toISOString().slice(0, 10)}`)
    .join('; ');

const text = (value: string | null | undefined): string => value ?? '';

const cellsOf = (...[line, more, locale]: [CustomerLine, More | undefined, string]): string[] => [
  line.id,
  line.name,
  text(more?.givenName),
  text(more?.familyName),
  text(line.email),
  text(line.phone),
  text(line.organization),
  line.tier ? tierName(line.tier.names, locale) : '',
  text(line.locale),
  text(more?.timeZone),
  text(more?.note),
  text(more?.externalId),
  consentsIn(more?.consents ?? []),
  String(line.open),
  text(line.lastContactAt?.toISOString()),
  String(more?.orders ?? 0),
  text(more?.lastOrderAt?.toISOString()),
  line.createdAt.toISOString(),
  line.blocked ? '1' : '',
];

/** The short name of a field, apart from what is called so already. */
const headOf = ({ key }: FieldDefinition): string =>
  (EXPORT_HEADERS as readonly string[]).includes(key) ? `field_${key}` : key;

const ownCells = (...[fields, values, locale]: [readonly FieldDefinition[], FieldValues, string]): string[] =>
  fields.map((field) => {
    const value = values[field.id];
    return value === undefined ? '' : cellOf(field, value, locale);
  });

/** As an import reads it again: options by their names, days as `2026-11-29`, a ticked box as 1. */
function cellOf(...[{ options }, value, locale]: [FieldDefinition, FieldValue, string]): string {
  const nameOf = (key: string) =>
    fieldText(options.find((each) => each.key === key)?.names ?? {}, locale) || key;
  if (typeof value === 'object') return value.map(nameOf).join('; ');
  if (value === true) return '1';
  return options.length > 0 ? nameOf(String(value)) : String(value);
}
