import { type BoardName, boardOf } from '@/domain/insights/boards';
import type { MetricName } from '@/domain/metrics/registry';
import { may } from '@/domain/permission/can';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { isSplit } from '@/features/insights/asked';
import { bookOf as boardBook, boardParts, workspaceOf } from '@/features/insights/books/board-book';
import { bookWords } from '@/features/insights/books/book-words';
import { metricBook } from '@/features/insights/books/metric-book';
import { askedOf } from '@/features/insights/queries';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import type { Book } from '@/server/spreadsheet/book';
import { asCsv } from '@/server/spreadsheet/csv';
import { asExcel, EXCEL_TYPE } from '@/server/spreadsheet/excel';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** What is to be written into a file, and for whom. */
export type Exported = Readonly<{
  of: Readonly<{ board: BoardName }> | Readonly<{ metric: MetricName }>;
  format: 'xlsx' | 'csv';
  /** Of a CSV file: which of the tables. */
  part: string | null;
  /** As in the address of the board. */
  parameters: Parameters;
  locale: string;
}>;

/** A file to download. */
export type ExportFile = Readonly<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }>;

/**
 * A board, or a number with its parts and what is behind it, as a file: of what the asking person may see and of nothing else.
 * Null for a table that there is not, and for what is not theirs to see. Written down in the audit log.
 */
export async function exportNumbers(ctx: StaffContext, exported: Exported): Promise<ExportFile | null> {
  if (!may(ctx.actor, 'board' in exported.of ? 'insights.read' : 'insights.own')) return null;
  const book = await bookOf(ctx, exported);
  const file = await fileOf(ctx, book, exported);
  if (!file) return null;
  await transaction(ctx, (tx) => recordAudit(tx, ctx, { action: 'insights.exported', target: file.name }));
  return file;
}

async function bookOf(ctx: StaffContext, { of, parameters, locale }: Exported): Promise<Book> {
  const [asked, words] = await Promise.all([askedOf(ctx, parameters), bookWords(locale)]);
  if ('board' in of) {
    const given = { board: boardOf(of.board), asked, words };
    return boardBook(ctx, given, await boardParts(ctx, given));
  }
  const by = isSplit(parameters['by']) ? parameters['by'] : 'channel';
  return metricBook(ctx, { metric: of.metric, by, asked, words });
}

async function fileOf(ctx: StaffContext, ...[book, asked]: [Book, Exported]): Promise<ExportFile | null> {
  if (asked.format === 'xlsx') {
    const { timeZone } = await workspaceOf(ctx);
    const bytes = Uint8Array.from(await asExcel(book, timeZone));
    return { name: `${book.name}.xlsx`, type: EXCEL_TYPE, bytes };
  }
  const sheet = book.sheets.find(({ key }) => key === (asked.part ?? 'numbers'));
  if (!sheet) return null;
  const bytes = new TextEncoder().encode(asCsv(sheet));
  return { name: `${book.name}-${sheet.key}.csv`, type: 'text/csv; charset=utf-8', bytes };
}

/** The file as the answer to a request. */
export const fileResponse = ({ name, type, bytes }: ExportFile): Response =>
  new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
