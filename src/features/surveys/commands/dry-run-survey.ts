import { fail, ok, type Result } from '@/domain/shared/result';
import { type DryRun, surveyDryRun } from '@/features/surveys/queries-admin';
import { findSurvey } from '@/features/surveys/survey-rows';
import type { StaffContext } from '@/server/context';

/** Whom the survey, as it is saved, would have asked within the last 30 days. It asks nobody. */
export async function dryRunSurvey(
  ctx: StaffContext,
  { surveyId }: Readonly<{ surveyId: string }>,
): Promise<Result<DryRun, Readonly<{ code: 'not_found' }>>> {
  const survey = await findSurvey(ctx.db, ctx, surveyId);
  return survey ? ok(await surveyDryRun(ctx, survey.terms)) : fail({ code: 'not_found' });
}
