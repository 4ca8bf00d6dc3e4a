import { fail, ok, type Result } from '@/domain/shared/result';
import { saveRows } from '@/features/surveys/commands/save-survey';
import { findSurvey } from '@/features/surveys/survey-rows';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Wish = Readonly<{ surveyId: string; active: boolean }>;

/** Switches a survey on or off. What is planned and not yet sent is not asked any more. */
export function activateSurvey(
  ctx: StaffContext,
  { surveyId, active }: Wish,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const before = await findSurvey(tx, ctx, surveyId);
    if (!before) return fail({ code: 'not_found' });
    if (before.active !== active) await saveRows(tx, ctx, { before, active, terms: before.terms });
    return ok(null);
  });
}
