import { type BoardName, isBoard } from '@/domain/insights/boards';
import { nextReportAt, type ReportPace } from '@/domain/insights/report-times';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { createReports, mayReportTo, type ReportRefused, tidyQuery } from '@/features/insights/report-data';
import { type ReportReader, reportReader } from '@/features/insights/report-reader';
import { isLocale, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { ReportChanges } from './report-fields';

type Saved = Readonly<{ reportIds: readonly string[] }>;
type Changes = ReportChanges & Readonly<{ reportId: string }>;

/**
 * Changes a board that comes by mail: one's own, or as a manager anybody's. Whoever is no reader any more gets it no more, and
 * new readers get one of their own: links in mails that were sent stop nobody else's. Gives the ids of what comes now.
 */
export function updateReport(
  ctx: StaffContext,
  { reportId, ...changes }: Changes,
): Promise<Result<Saved, ReportRefused>> {
  return transaction(ctx, async (tx) => {
    const before = await reportOf(tx, ctx, reportId);
    const userIds = changes.userIds ?? (before ? [before.userId] : []);
    if (!before || !mayReportTo(ctx, userIds)) return fail({ code: 'not_found' });
    return update(tx, ctx, { before, after: changed(before, changes), userIds });
  });
}

type Update = Readonly<{ before: Report; after: Report; userIds: readonly string[] }>;

/** Nothing is written before it is sure that all of it may be. */
async function update(
  tx: Tx,
  ...[ctx, { before, after, userIds }]: [StaffContext, Update]
): Promise<Result<Saved, ReportRefused>> {
  const stays = userIds.includes(before.userId);
  const reader = stays ? await reportReader(tx, before) : null;
  if (stays && !reader) return fail({ code: 'insights.not_reader' });
  const others = userIds.filter((userId) => userId !== before.userId);
  const made = await createReports(tx, ctx, after, others);
  if (!made.ok) return made;
  await write(tx, ctx, { before, after, reader });
  const data = { pace: after.pace, readers: userIds.length };
  await recordAudit(tx, ctx, { action: 'report.changed', target: after.board, data });
  return ok({ reportIds: [...(stays ? [before.id] : []), ...made.value] });
}

function changed(before: Report, { userIds: _, ...changes }: ReportChanges): Report {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...before, ...(Object.fromEntries(given) as Partial<Report>) };
}

type Report = Readonly<{
  workspaceId: string;
  id: string;
  userId: string;
  board: BoardName;
  query: string;
  pace: ReportPace;
  weekday: number;
  hour: number;
  locale: Locale | null;
  nextAt: Date | null;
}>;

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** One that still comes, as far as it is the actor's to change. */
async function reportOf(tx: Tx, { workspaceId, actor }: StaffContext, id: string): Promise<Report | null> {
  if (!may(actor, 'insights.read')) return null;
  const all = may(actor, 'insights.manage');
  const row = await tx.boardReport.findFirst({
    where: { workspaceId, id, ended: null, ...(!all && { userId: actor.id ?? NOBODY }) },
    select: {
      ...{ workspaceId: true, id: true, userId: true, board: true, query: true, pace: true },
      ...{ weekday: true, hour: true, locale: true, nextAt: true },
    },
  });
  if (!row || !isBoard(row.board)) return null;
  return { ...row, board: row.board, locale: isLocale(row.locale) ? row.locale : null };
}

type Change = Readonly<{ before: Report; after: Report; reader: ReportReader | null }>;

/** At another hour it comes at the next one that fits, else when it would have come; without its reader it has ended. */
async function write(tx: Tx, ctx: StaffContext, { before, after, reader }: Change): Promise<void> {
  const { workspaceId, id, board, pace, weekday, hour, locale } = after;
  const same = before.pace === pace && before.weekday === weekday && before.hour === hour;
  const nextAt = same || !reader ? before.nextAt : nextReportAt(after, reader.timeZone, ctx.now());
  await tx.boardReport.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: reader
      ? { board, query: tidyQuery(after.query), pace, weekday, hour, locale, nextAt }
      : { ended: 'stopped', nextAt: null },
  });
}
