import 'server-only';
import { stringify } from 'csv-stringify/sync';
import type { LineProblem } from '@/domain/import/line';
import type { StaffContext } from '@/server/context';

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

/** What became of every line, as CSV for spreadsheets, line by line as the file had them. */
export function importReport(
  { db, workspaceId }: StaffContext,
  file: Pick<ImportPage, 'id' | 'headers'>,
): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  const options = { record_delimiter: 'windows', escape_formulas: true } as const;
  let last = 0;
  let head: string | null = `\ufeff${stringify([['row', 'outcome', 'problems', ...file.headers]], options)}`;
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
        outcome ?? '',
        (problems as unknown as LineProblem[]).map(({ code, value }) => `${code} ${value}`.trim()).join('; '),
        ...cells,
      ]);
      if (rows.length > 0) controller.enqueue(bytes.encode(stringify(rows, options)));
      last = lines.at(-1)?.row ?? last;
      if (lines.length < PORTION) controller.close();
    },
  });
}
