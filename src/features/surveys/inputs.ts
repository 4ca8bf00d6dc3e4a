import { z } from 'zod';
import { LONGEST_COMMENT } from '@/domain/survey/answer';
import { surveyFields } from './commands/survey-fields';

const token = z.string().min(20).max(160);
const LONGEST_FORM = 60;

/** What the form of a survey page sends: the score, the comment, and further questions as `q.<id>`. */
export const answerForm = z
  .looseObject({
    token,
    score: z.string().max(3).default(''),
    comment: z
      .string()
      .max(LONGEST_COMMENT * 2)
      .default(''),
  })
  .transform(({ token, score, comment, ...rest }) => ({
    token,
    score,
    comment,
    answers: Object.fromEntries(
      Object.entries(rest)
        .filter(
          (entry): entry is [string, string] => entry[0].startsWith('q.') && typeof entry[1] === 'string',
        )
        .slice(0, LONGEST_FORM)
        .map(([name, value]) => [name.slice(2), value]),
    ),
  }));
export type AnswerForm = z.output<typeof answerForm>;

export const optOutForm = z.object({ token });
export type OptOutForm = z.output<typeof optOutForm>;

/** Without an id it is a new survey, last in order. */
export const surveyInput = z.intersection(
  surveyFields,
  z.object({
    id: z.uuid().optional(),
    /** The version that the form showed. */
    version: z.int().optional(),
  }),
);

export const surveyIdInput = z.object({ surveyId: z.uuid() });
export const activateSurveyInput = z.object({ surveyId: z.uuid(), active: z.boolean() });
export const restoreSurveyInput = z.object({ surveyId: z.uuid(), version: z.int().min(1) });
export const trySurveyInput = z.object({ surveyId: z.uuid(), language: z.enum(['en', 'hu', 'lv']) });

export const askByHandInput = z.object({ ticketId: z.uuid(), surveyId: z.uuid(), send: z.boolean() });

export const surveyWishInput = z.object({ customerId: z.uuid(), asked: z.boolean() });
