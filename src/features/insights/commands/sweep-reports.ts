import { type BoardName, boardOf, isBoard } from '@/domain/insights/boards';
import { nextReportAt, SPAN_OF_PACE } from '@/domain/insights/report-times';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { boardParts, bookOf } from '@/features/insights/books/board-book';
import { bookWords } from '@/features/insights/books/book-words';
import { askedOf } from '@/features/insights/queries';
import { reportLetter } from '@/features/insights/report-letter';
import { type ReportReader, reportReader } from '@/features/insights/report-reader';
import type { StaffContext, SystemContext } from '@/server/context';
import { stopAddress } from '@/server/crypto/report-token';
import { transaction } from '@/server/db/transaction';
import { eachApart } from '@/server/jobs/each-apart';
import { asExcel, EXCEL_TYPE } from '@/server/spreadsheet/excel';
import type { World } from '@/server/world';

const BATCH = 50;

/**
 * Sends the boards that are due, of one workspace or of all. Gives how many were. What fails is tried again with the next turn,
 * and holds nobody else up.
 */
export async function sweepReports(world: World, workspaceId: string | null = null): Promise<number> {
  const due = await world.db.boardReport.findMany({
    where: { nextAt: { lte: world.now() }, ...(workspaceId && { workspaceId }) },
    orderBy: { nextAt: 'asc' },
    take: BATCH,
    select: {
      workspaceId: true,
      id: true,
      userId: true,
      board: true,
      query: true,
      pace: true,
      weekday: true,
      hour: true,
      locale: true,
      nextAt: true,
    },
  });
  await eachApart('boards by mail', due, (report) => sendReport(world, report));
  return due.length;
}

type Due = Readonly<{
  workspaceId: string;
  id: string;
  userId: string;
  board: string;
  query: string;
  pace: 'daily' | 'weekly' | 'monthly';
  weekday: number;
  hour: number;
  locale: string | null;
  nextAt: Date | null;
}>;

/**
 * Makes the mail of one report, of what its reader may see now. Its turn is taken in the same commit that puts the mail into the
 * outbox: two workers, or one that dies at any point, send it once.
 */
async function sendReport(world: World, report: Due): Promise<void> {
  const { workspaceId, id, userId, board } = report;
  const reader = await reportReader(world.db, { workspaceId, userId });
  if (!reader || !isBoard(board)) {
    await world.db.boardReport.updateMany({
      where: { workspaceId, id, nextAt: report.nextAt },
      data: { ended: 'not_allowed', nextAt: null },
    });
    return;
  }
  const mail = await mailOf(world, { report, reader, board });
  const ctx: SystemContext = {
    ...world,
    workspaceId,
    actor: { kind: 'system', id: 'schedule', name: 'schedule' },
  };
  await transaction(ctx, async (tx) => {
    const { count } = await tx.boardReport.updateMany({
      where: { workspaceId, id, nextAt: report.nextAt },
      data: { nextAt: nextReportAt(report, reader.timeZone, world.now()), lastAt: world.now() },
    });
    const still = count > 0 && (await reportReader(tx, { workspaceId, userId }));
    if (!still) return;
    await queueSystemMail(tx, ctx, {
      kind: 'report',
      to: { address: reader.email, name: reader.actor.name },
      ...mail,
      uniqueKey: `report/${id}/${report.nextAt?.toISOString()}`,
    });
  });
}

type Wanted = Readonly<{ report: Due; reader: ReportReader; board: BoardName }>;

async function mailOf(world: World, { report, reader, board }: Wanted) {
  const { workspaceId, query, pace } = report;
  const ctx: StaffContext = { ...world, workspaceId, ip: '', actor: reader.actor };
  const parameters = { ...Object.fromEntries(new URLSearchParams(query)), span: SPAN_OF_PACE[pace] };
  const [asked, words] = await Promise.all([
    askedOf(ctx, parameters),
    bookWords(report.locale ?? reader.locale),
  ]);
  const given = { board: boardOf(board), asked, words };
  const parts = await boardParts(ctx, given);
  const book = bookOf(ctx, given, parts);
  const stop = stopAddress(report);
  const letter = await reportLetter({ ...given, parts, stop });
  const bytes = Uint8Array.from(await asExcel(book, reader.timeZone));
  return {
    ...letter,
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    files: [{ name: `${book.name}.xlsx`, mediaType: EXCEL_TYPE, bytes }],
  };
}
