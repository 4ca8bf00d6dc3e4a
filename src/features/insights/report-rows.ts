import { type BoardName, isBoard } from '@/domain/insights/boards';
import type { ReportPace } from '@/domain/insights/report-times';
import { may } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';

/** A board that comes by mail. */
export type ReportRow = Readonly<{
  id: string;
  board: BoardName;
  query: string;
  pace: ReportPace;
  weekday: number;
  hour: number;
  /** The language of the mail; null for the reader's own. */
  locale: string | null;
  readerId: string;
  reader: string;
  timeZone: string;
  mine: boolean;
  nextAt: Date | null;
  lastAt: Date | null;
}>;

const MOST_REPORTS = 200;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The reader's reports; for managers those of all. */
export async function reportRows(ctx: StaffContext): Promise<readonly ReportRow[]> {
  const { db, workspaceId, actor } = ctx;
  const all = may(actor, 'insights.manage');
  const rows = await db.boardReport.findMany({
    where: { workspaceId, ended: null, ...(!all && { userId: actor.id ?? NOBODY }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST_REPORTS,
    select: {
      id: true,
      board: true,
      query: true,
      pace: true,
      weekday: true,
      hour: true,
      locale: true,
      userId: true,
      nextAt: true,
      lastAt: true,
      membership: { select: { user: { select: { name: true, timeZone: true } } } },
    },
  });
  return rows.flatMap(({ membership, userId, board, ...row }) =>
    isBoard(board)
      ? [
          {
            ...row,
            board,
            mine: userId === actor.id,
            readerId: userId,
            reader: membership.user.name,
            timeZone: membership.user.timeZone,
          },
        ]
      : [],
  );
}
