import { fail, ok, type Result } from '@/domain/shared/result';
import type { SurveyTerms } from '@/domain/survey/survey';
import { type SurveySaved, saveRows } from '@/features/surveys/commands/save-survey';
import { findSurvey } from '@/features/surveys/survey-rows';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Wish = Readonly<{ surveyId: string; version: number }>;

/** Makes a survey what it was at a version, as a new version. */
export function restoreSurvey(
  ctx: StaffContext,
  { surveyId, version }: Wish,
): Promise<Result<SurveySaved, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const before = await findSurvey(tx, ctx, surveyId);
    const old = await tx.surveyVersion.findUnique({
      where: { workspaceId_surveyId_version: { workspaceId, surveyId, version } },
      select: { terms: true },
    });
    if (!before || !old) return fail({ code: 'not_found' });
    const terms = old.terms as unknown as SurveyTerms;
    return ok(await saveRows(tx, ctx, { before, active: before.active, terms }));
  });
}
