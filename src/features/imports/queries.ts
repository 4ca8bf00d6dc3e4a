import 'server-only';
import { stringify } from 'csv-stringify/sync';
import { guardedCell } from '@/domain/import/formula';
import type { LineProblem } from '@/domain/import/line';
import type { Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { reportWords } from './report-words';

const state = {
  id: true,
  fileName: true,
  encoding: true,
  delimiter: true,
  headers: true,
  mapping: true,
  state: true,
  rows: true,
  cursor: true,
  created: true,
  updated: true,
  skipped: true,
  failed: true,
  byName: true,
  createdAt: true,
} as const;

const SHOWN = 50;
const EXAMPLES = 3;

/** The newest files of customers. */
export const listImports = ({ db, workspaceId }: StaffContext) =>
  db.customerImport.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: state,
  });

export type ImportRow = Awaited<ReturnType<typeof listImports>>[number];
type ImportMapping = Readonly<{
  columns: Readonly<Record<string, number>>;
  known: 'update' | 'skip';
  country: string;
}>;
export type ImportLine = Readonly<{
  row: number;
  cells: readonly string[];
  outcome: string | null;
  problems: readonly LineProblem[];
}>;
export type ImportPage = NonNullable<Awaited<ReturnType<typeof getImport>>>;

/** One file with its first lines, and the first of those that were not taken in or not as a whole; null where there is none. */
export async function getImport({ db, workspaceId }: StaffContext, id: string) {
  const found = await db.customerImport.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: state,
  });
  if (!found) return null;
  const line = { row: true, cells: true, outcome: true, problems: true } as const;
  const [examples, wrong] = await Promise.all([
    db.customerImportLine.findMany({
      where: { workspaceId, importId: id },
      orderBy: { row: 'asc' },
      take: EXAMPLES,
      select: line,
    }),
    // As literals, so that the index on just these lines answers.
    db.$queryRaw<ImportLine[]>`
      select row, cells, outcome, problems from "CustomerImportLine"
      where "workspaceId" = ${workspaceId}::uuid and "importId" = ${id}::uuid and problems <> '[]'::jsonb
      order by row limit ${SHOWN}`,
  ]);
  return {
    ...found,
    mapping: found.mapping as unknown as ImportMapping,
    examples: examples as unknown as ImportLine[],
    wrong,
  };
}

const PORTION = 2000;

type Report = Readonly<{
  file: Pick<ImportPage, 'id' | 'headers'>;
  /** The reader's language; null for programs, which get codes. */
  locale: Locale | null;
}>;

/**
 * What became of every line and why, as CSV for spreadsheets (UTF-8 with a byte order mark, CRLF, an apostrophe before what
 * would be a formula), line by line as the file had them. Read in portions while it is sent.
 */
export async function importReport(
  { db, workspaceId }: StaffContext,
  { file, locale }: Report,
): Promise<ReadableStream<Uint8Array>> {
  const { heads, outcomeOf, problemOf } = await reportWords(locale);
  const bytes = new TextEncoder();
  let last = 0;
  let head: string | null = `\ufeff${csv([[...heads, ...file.headers]])}`;
  return new ReadableStream({
    async pull(controller) {
      if (head) controller.enqueue(bytes.encode(head));
      head = null;
      const lines = await db.customerImportLine.findMany({
        where: { workspaceId, importId: file.id, row: { gt: last } },
        orderBy: { row: 'asc' },
        take: PORTION,
        select: { row: true, cells: true, outcome: true, problems: true },
      });
      const rows = lines.map(({ row, cells, outcome, problems }) => [
        String(row),
        outcomeOf(outcome),
        (problems as unknown as LineProblem[]).map(problemOf).join('; '),
        ...cells,
      ]);
      if (rows.length > 0) controller.enqueue(bytes.encode(csv(rows)));
      last = lines.at(-1)?.row ?? last;
      if (lines.length < PORTION) controller.close();
    },
  });
}

const csv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => row.map(guardedCell)),
    { record_delimiter: 'windows' },
  );
