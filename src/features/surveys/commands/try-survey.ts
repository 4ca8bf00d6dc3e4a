import { fail, ok, type Result } from '@/domain/shared/result';
import { termsOfInvite } from '@/domain/survey/ask';
import type { SurveyLanguage } from '@/domain/survey/survey';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { surveyMail } from '@/features/surveys/survey-mail';
import { findSurvey } from '@/features/surveys/survey-rows';
import type { StaffContext } from '@/server/context';
import { surveyAddress, trialToken } from '@/server/crypto/survey-token';
import { transaction } from '@/server/db/transaction';

type Wish = Readonly<{ surveyId: string; language: SurveyLanguage }>;
type Sent = Readonly<{ address: string; link: string }>;

/** Mails a survey to whoever tries it, as customers get it; what is answered there is not kept. */
export function trySurvey(
  ctx: StaffContext,
  { surveyId, language }: Wish,
): Promise<Result<Sent, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    const survey = await findSurvey(tx, ctx, surveyId);
    const member = await tx.membership.findFirst({
      where: { workspaceId, userId: actor.id ?? '' },
      select: {
        workspace: { select: { name: true } },
        user: { select: { name: true, email: true, timeZone: true } },
      },
    });
    if (!survey || !member) return fail({ code: 'not_found' });
    const token = trialToken({ workspaceId, id: surveyId });
    const { workspace, user } = member;
    const { expiresAt } = termsOfInvite(ctx.now(), survey.terms);
    const asked = {
      terms: survey.terms,
      locale: language,
      token,
      workspace: workspace.name,
      timeZone: user.timeZone,
    };
    const words = await surveyMail({ ...asked, ticket: null, expiresAt, reminder: false });
    await queueSystemMail(tx, ctx, {
      kind: 'survey',
      to: { address: user.email, name: user.name },
      ...words,
    });
    return ok({ address: user.email, link: surveyAddress(token) });
  });
}
