import { activateSurvey } from '@/features/surveys/commands/activate-survey';
import { askByHand } from '@/features/surveys/commands/ask-by-hand';
import { chooseSurveys } from '@/features/surveys/commands/choose-surveys';
import { dryRunSurvey } from '@/features/surveys/commands/dry-run-survey';
import { restoreSurvey } from '@/features/surveys/commands/restore-survey';
import { saveSurvey } from '@/features/surveys/commands/save-survey';
import { surveyFields } from '@/features/surveys/commands/survey-fields';
import { trySurvey } from '@/features/surveys/commands/try-survey';
import type { StaffContext } from '@/server/context';
import { survey } from './support';

type Other = Readonly<{ surveyId: string; customerId: string; ticketId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

/** A survey of another workspace. */
export const surveyRows = async (owner: StaffContext) => ({ surveyId: await survey(owner) });

/** Each action on surveys with the ids of another workspace. */
export const SURVEY_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  saveSurvey: [
    (ctx, { surveyId: id }) => saveSurvey(ctx, { ...surveyFields.parse({ name: 'Mine', kind: 'csat' }), id }),
  ],
  activateSurvey: [(ctx, { surveyId }) => activateSurvey(ctx, { surveyId, active: false })],
  restoreSurvey: [(ctx, { surveyId }) => restoreSurvey(ctx, { surveyId, version: 1 })],
  trySurvey: [(ctx, { surveyId }) => trySurvey(ctx, { surveyId, language: 'en' })],
  chooseSurveys: [(ctx, { customerId }) => chooseSurveys(ctx, { customerId, asked: false })],
  askByHand: [
    (ctx, { ticketId, surveyId }) => askByHand(ctx, { ticketId, surveyId, send: false }),
    async (ctx, { ticketId }) => askByHand(ctx, { ticketId, surveyId: await survey(ctx), send: true }),
  ],
  dryRunSurvey: [(ctx, { surveyId }) => dryRunSurvey(ctx, { surveyId })],
};
