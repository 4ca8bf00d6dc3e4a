import { deleteAnnotation } from '@/features/insights/commands/delete-annotation';
import { saveAnnotation } from '@/features/insights/commands/save-annotation';
import { saveReport } from '@/features/insights/commands/save-report';
import { stopReport } from '@/features/insights/commands/stop-report';
import { updateReport } from '@/features/insights/commands/update-report';
import { saveMetricSettings } from '@/features/metrics/commands/save-metric-settings';
import type { StaffContext } from '@/server/context';

type Other = Readonly<{ annotationId: string; reportId: string; readerId: string; otherTeamId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

const MONDAYS = { board: 'overview', query: '', pace: 'weekly', weekday: 1, hour: 8, locale: null } as const;

/** A mark and a board by mail of another workspace. */
export async function insightRows(owner: StaffContext): Promise<Other> {
  const mark = await saveAnnotation(owner, { annotationId: null, day: '2026-03-02', text: 'Strike' });
  const readerId = owner.actor.id ?? '';
  const report = await saveReport(owner, { ...MONDAYS, userIds: [readerId] });
  if (!mark.ok || !report.ok) throw new Error('not made');
  const { workspaceId } = owner;
  const team = await owner.db.team.create({ data: { workspaceId, id: owner.newId(), name: 'Numbers' } });
  return {
    otherTeamId: team.id,
    annotationId: mark.value.annotationId,
    reportId: report.value.reportIds[0] ?? '',
    readerId,
  };
}

/** Each action on boards with the ids of another workspace. */
export const INSIGHT_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  saveAnnotation: [
    (ctx, { annotationId }) => saveAnnotation(ctx, { annotationId, day: '2026-03-02', text: 'Mine' }),
  ],
  deleteAnnotation: [(ctx, { annotationId }) => deleteAnnotation(ctx, { annotationId })],
  saveReport: [(ctx, { readerId }) => saveReport(ctx, { ...MONDAYS, userIds: [readerId] })],
  saveMetricSettings: [
    (ctx, { otherTeamId }) =>
      saveMetricSettings(ctx, { calendars: [{ teamId: otherTeamId, calendarId: null }] }),
  ],
  updateReport: [(ctx, { reportId }) => updateReport(ctx, { reportId, hour: 9 })],
  stopReport: [(ctx, { reportId }) => stopReport(ctx, { reportId })],
};
