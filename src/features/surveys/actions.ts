'use server';

import { agentAction } from '@/server/actions/agent-action';
import { publicForm } from '@/server/actions/public-form';
import { activateSurvey } from './commands/activate-survey';
import { answerOnPage } from './commands/answer-on-page';
import { askByHand } from './commands/ask-by-hand';
import { chooseSurveys } from './commands/choose-surveys';
import { dryRunSurvey } from './commands/dry-run-survey';
import { optOutOnPage } from './commands/opt-out';
import { restoreSurvey } from './commands/restore-survey';
import { saveSurvey } from './commands/save-survey';
import { trySurvey } from './commands/try-survey';
import * as inputs from './inputs';

export const answerSurveyAction = publicForm({ input: inputs.answerForm, run: answerOnPage });
export const optOutAction = publicForm({ input: inputs.optOutForm, run: optOutOnPage });

const permission = 'survey.manage';

export const saveSurveyAction = agentAction({ permission, input: inputs.surveyInput, run: saveSurvey });
export const activateSurveyAction = agentAction({
  permission,
  input: inputs.activateSurveyInput,
  run: activateSurvey,
});
export const restoreSurveyAction = agentAction({
  permission,
  input: inputs.restoreSurveyInput,
  run: restoreSurvey,
});
export const trySurveyAction = agentAction({ permission, input: inputs.trySurveyInput, run: trySurvey });
export const dryRunSurveyAction = agentAction({ permission, input: inputs.surveyIdInput, run: dryRunSurvey });
export const chooseSurveysAction = agentAction({
  permission: 'customer.write',
  input: inputs.surveyWishInput,
  run: chooseSurveys,
});
export const askByHandAction = agentAction({
  permission: 'ticket.reply',
  input: inputs.askByHandInput,
  run: askByHand,
});
