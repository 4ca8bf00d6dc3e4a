import 'server-only';
import { stringify } from 'csv-stringify/sync';
import type { SegmentCondition } from '@/domain/condition/segment';
import { tierName } from '@/domain/customer/tier';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { type CustomerLine, listCustomerLines } from './queries';

const PORTION = 1000;

const EXPORT_HEADERS = [
  'id',
  'name',
  'email',
  'phone',
  'organization',
  'tier',
  'language',
  'open_tickets',
  'last_contact',
  'created',
  'blocked',
] as const;

type Wanted = Readonly<{ q: string; conditions: SegmentCondition | null; locale: string; what: string }>;

/**
 * All customers that fit as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF (RFC 4180), and an apostrophe before
 * what a spreadsheet would take for a formula. Read in portions while it is sent, so that its length costs no memory.
 */
export async function exportCustomers(
  ctx: StaffContext,
  wanted: Wanted,
): Promise<ReadableStream<Uint8Array>> {
  await transaction(ctx, (tx) =>
    recordAudit(tx, ctx, { action: 'customer.exported', target: wanted.what || '*' }),
  );
  const bytes = new TextEncoder();
  let after: string | null = null;
  let begun = false;
  return new ReadableStream({
    async pull(controller) {
      if (!begun) {
        begun = true;
        controller.enqueue(bytes.encode(`\ufeff${csv([[...EXPORT_HEADERS]])}`));
      }
      const page: Awaited<ReturnType<typeof listCustomerLines>> = await listCustomerLines(ctx, {
        q: wanted.q,
        conditions: wanted.conditions,
        sort: 'newest',
        after,
        limit: PORTION,
      });
      if (page.rows.length > 0) {
        controller.enqueue(bytes.encode(csv(page.rows.map((row) => cellsOf(row, wanted.locale)))));
      }
      after = page.next;
      if (after === null) controller.close();
    },
  });
}

/** Rows as CSV; what begins with a sign that a spreadsheet reads as a formula gets an apostrophe before it. */
const csv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: 'windows', escape_formulas: true },
  );

const cellsOf = (line: CustomerLine, locale: string): string[] => [
  line.id,
  line.name,
  line.email ?? '',
  line.phone ?? '',
  line.organization ?? '',
  line.tier ? tierName(line.tier.names, locale) : '',
  line.locale ?? '',
  String(line.open),
  line.lastContactAt?.toISOString() ?? '',
  line.createdAt.toISOString(),
  line.blocked ? '1' : '',
];
