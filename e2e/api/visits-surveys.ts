import type { Other } from './other-workspace';

/** Addresses of surveys that open to who holds a secret. */
export const SURVEY_OPEN: Readonly<Record<string, string>> = {
  '/survey/[token]': 'opens by a secret in a mail, and shows what was asked and answered by it',
  '/survey/[token]/stop': 'opens by a secret in a mail',
  '/api/surveys/[token]/stop': 'opens by a secret in a mail, and shows nothing',
  '/api/portal/[workspace]/asked': 'opens by a secret on a page of one’s own, and shows nothing',
};

/** What addresses of surveys name. */
export const SURVEY_PARAMETERS: Readonly<Record<string, Readonly<Record<string, keyof Other>>>> = {
  '/[workspace]/admin/surveys': {},
  '/[workspace]/admin/surveys/[surveyId]': { surveyId: 'surveyId' },
  '/[workspace]/admin/surveys/new': {},
  '/[workspace]/feedback': {},
};

/** How operations on surveys are called with the names of another workspace. */
export const SURVEY_BODIES: Readonly<Record<string, (other: Other) => unknown>> = {
  createSurvey: ({ userId }) => ({
    name: 'x',
    kind: 'csat',
    followUp: { atMost: 1, assign: 'person', userId },
  }),
  updateSurvey: () => ({ name: 'x' }),
  chooseCustomerSurveys: () => ({ asked: false }),
  createSurveyInvite: ({ surveyId }) => ({ surveyId }),
};

/** The filters of lists of surveys that name things. */
export const SURVEY_FILTERS: Readonly<Record<string, readonly ((other: Other) => string)[]>> = {
  '/survey-answers': [({ surveyId }) => `survey=${surveyId}`],
  '/survey-invites': [({ surveyId }) => `survey=${surveyId}`],
};
