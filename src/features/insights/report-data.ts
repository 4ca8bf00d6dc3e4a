import { nextReportAt } from '@/domain/insights/report-times';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { askedAgain, readAsked } from '@/features/insights/asked';
import type { ReportFields } from '@/features/insights/commands/report-fields';
import { reportReader } from '@/features/insights/report-reader';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

export type ReportRefused = Readonly<{ code: 'not_found' | 'insights.too_many' | 'insights.not_reader' }>;

/** More mails than anybody reads. */
const MOST_REPORTS = 20;

/** Everybody for themselves; managers for others too. */
export const mayReportTo = ({ actor }: StaffContext, userIds: readonly string[]): boolean =>
  may(actor, 'insights.manage') || userIds.every((userId) => userId === actor.id);

/** Lets a board come to these members; gives the ids of what was made, or why one of them cannot have it. */
export async function createReports(
  tx: Tx,
  ...[ctx, fields, userIds]: [StaffContext, Omit<ReportFields, 'userIds'>, readonly string[]]
): Promise<Result<string[], ReportRefused>> {
  const rows = [];
  for (const userId of new Set(userIds)) {
    const row = await rowFor(tx, ctx, { ...fields, userId });
    if (!row.ok) return row;
    rows.push(row.value);
  }
  await tx.boardReport.createMany({ data: rows });
  return ok(rows.map(({ id }) => id));
}

type Wanted = Omit<ReportFields, 'userIds'> & Readonly<{ userId: string }>;

async function rowFor(tx: Tx, ctx: StaffContext, { userId, ...fields }: Wanted) {
  const { workspaceId } = ctx;
  const member = await tx.membership.count({ where: { workspaceId, userId } });
  if (member === 0) return fail({ code: 'not_found' });
  const reader = await reportReader(tx, { workspaceId, userId });
  if (!reader) return fail({ code: 'insights.not_reader' });
  const going = await tx.boardReport.count({ where: { workspaceId, userId, ended: null } });
  if (going >= MOST_REPORTS) return fail({ code: 'insights.too_many' });
  const nextAt = nextReportAt(fields, reader.timeZone, ctx.now());
  const by = { createdByName: ctx.actor.name, createdAt: ctx.now() };
  const { board, pace, weekday, hour, locale } = fields;
  const what = { board, query: tidyQuery(fields.query), pace, weekday, hour, locale };
  return ok({ workspaceId, id: ctx.newId(), userId, ...what, nextAt, ...by });
}

/** Keeps what a board understands; the days follow from the pace. */
export function tidyQuery(query: string): string {
  const parameters = Object.fromEntries(new URLSearchParams(query));
  const asked = readAsked({ ...parameters, span: undefined, from: undefined, to: undefined }, SOME_DAY);
  return askedAgain(asked).slice(1);
}

const SOME_DAY = { today: '2026-01-01', weekStart: 1 };
