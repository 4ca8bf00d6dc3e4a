import { nextReportAt } from '@/domain/insights/report-times';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { askedAgain, readAsked } from '@/features/insights/asked';
import { reportReader } from '@/features/insights/report-reader';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { ReportFields } from './report-fields';

type Refused = Readonly<{ code: 'not_found' | 'insights.too_many' | 'insights.not_reader' }>;
type Saved = Readonly<{ reportIds: readonly string[] }>;

/** More mails than anybody reads. */
const MOST_REPORTS = 20;

/**
 * Lets a board come to readers by mail: to oneself, or as a manager to others who may see boards. Each reader has a report of
 * their own, in their language and time zone, which they can stop.
 */
export function saveReport(ctx: StaffContext, fields: ReportFields): Promise<Result<Saved, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'insights.read')) return fail({ code: 'not_found' });
    const userIds = [...new Set(fields.userIds)];
    if (!mayFor(ctx, userIds)) return fail({ code: 'not_found' });
    const rows = [];
    for (const userId of userIds) {
      const row = await rowFor(tx, ctx, { ...fields, userId });
      if (!row.ok) return row;
      rows.push(row.value);
    }
    await tx.boardReport.createMany({ data: rows });
    await recordAudit(tx, ctx, {
      action: 'report.created',
      target: fields.board,
      data: { pace: fields.pace, readers: rows.length },
    });
    return ok({ reportIds: rows.map(({ id }) => id) });
  });
}

/** Everybody for themselves; managers for others too. */
const mayFor = ({ actor }: StaffContext, userIds: readonly string[]): boolean =>
  may(actor, 'insights.manage') || userIds.every((userId) => userId === actor.id);

async function rowFor(tx: Tx, ctx: StaffContext, fields: ReportFields & Readonly<{ userId: string }>) {
  const { workspaceId } = ctx;
  const { userId, board, query, pace, weekday, hour } = fields;
  const member = await tx.membership.count({ where: { workspaceId, userId } });
  if (member === 0) return fail({ code: 'not_found' });
  const reader = await reportReader(tx, { workspaceId, userId });
  if (!reader) return fail({ code: 'insights.not_reader' });
  const going = await tx.boardReport.count({ where: { workspaceId, userId, ended: null } });
  if (going >= MOST_REPORTS) return fail({ code: 'insights.too_many' });
  const nextAt = nextReportAt({ pace, weekday, hour }, reader.timeZone, ctx.now());
  const by = { createdByName: ctx.actor.name, createdAt: ctx.now() };
  return ok({
    workspaceId,
    id: ctx.newId(),
    userId,
    board,
    query: tidy(query),
    pace,
    weekday,
    hour,
    nextAt,
    ...by,
  });
}

/** Keeps what a board understands; the days follow from the pace. */
function tidy(query: string): string {
  const parameters = Object.fromEntries(new URLSearchParams(query));
  const asked = readAsked({ ...parameters, span: undefined, from: undefined, to: undefined }, SOME_DAY);
  return askedAgain(asked).slice(1);
}

const SOME_DAY = { today: '2026-01-01', weekStart: 1 };
