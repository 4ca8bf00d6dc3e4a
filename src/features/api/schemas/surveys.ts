import { z } from 'zod';
import { SURVEY_KINDS, SURVEY_TRIGGERS } from '@/domain/survey/survey';
import { surveyShape } from '@/features/surveys/commands/survey-fields';
import { id, instant, language, listOf, listQuery } from './shared';

const { shape } = surveyShape;

export const createSurveyBody = surveyShape.strict().meta({
  id: 'CreateSurvey',
  description:
    'Texts are by language; an empty one is asked in the shipped words. `nps` is asked on a schedule or by hand, the others after a solution or by hand. By hand there are no channels, and neither delay, quiet hours nor throttle are kept; reminders need mail.',
});

/** What is absent stays as it is: no defaults here. */
export const updateSurveyBody = z
  .strictObject({
    name: shape.name,
    kind: shape.kind,
    steps: shape.steps.unwrap(),
    question: shape.question.unwrap(),
    questions: shape.questions.unwrap(),
    trigger: shape.trigger.unwrap(),
    channels: shape.channels.unwrap(),
    condition: shape.condition.unwrap(),
    delayMinutes: shape.delayMinutes.unwrap(),
    throttleDays: shape.throttleDays.unwrap(),
    quiet: shape.quiet.unwrap(),
    expireDays: shape.expireDays.unwrap(),
    remindAfterDays: shape.remindAfterDays.unwrap(),
    dailyQuota: shape.dailyQuota.unwrap(),
    followUp: shape.followUp.unwrap(),
    active: shape.active.unwrap(),
  })
  .partial()
  .meta({ id: 'UpdateSurvey', description: 'What is absent stays as it is.' });

export const survey = z
  .object({
    id,
    version: z.int(),
    active: z.boolean(),
    name: z.string(),
    kind: z.enum(SURVEY_KINDS),
    steps: z.int().meta({ description: 'Of the scale of `csat`.' }),
    question: z.looseObject({}),
    questions: z.array(z.looseObject({ id: z.string() })),
    trigger: z.enum(SURVEY_TRIGGERS),
    channels: z.array(z.string()),
    condition: z.looseObject({}).nullable(),
    delayMinutes: z.int(),
    throttleDays: z.int(),
    quiet: z.object({ from: z.int(), until: z.int() }).nullable().meta({
      description: 'Minutes of the customer’s day between which no mail leaves.',
    }),
    expireDays: z.int(),
    remindAfterDays: z.int().nullable(),
    dailyQuota: z.int(),
    followUp: z.looseObject({ atMost: z.int() }).nullable(),
  })
  .meta({ id: 'Survey' });
export const surveyList = listOf(survey).meta({ id: 'SurveyList' });

export const inviteBody = z
  .strictObject({
    surveyId: id,
    send: z.boolean().default(false).meta({
      description: 'Mail it now. Else only the link is made, for you to pass on.',
    }),
  })
  .meta({ id: 'CreateSurveyInvite' });

export const invite = z
  .object({
    id,
    surveyId: id,
    customerId: id,
    ticketNumber: z.int().nullable(),
    agentId: id.nullable(),
    teamId: id.nullable(),
    channel: z.enum(['email', 'chat', 'portal', 'link']),
    language,
    state: z.enum(['waiting', 'sent', 'answered', 'bounced', 'expired', 'cancelled', 'skipped']),
    reason: z.string().meta({ description: 'Why nobody was asked; empty where somebody was.' }),
    link: z.string().meta({ description: 'Where the customer answers.' }),
    dueAt: instant,
    sentAt: instant.nullable(),
    remindedAt: instant.nullable(),
    answeredAt: instant.nullable(),
    expiresAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'SurveyInvite' });
export const inviteList = listOf(invite).meta({ id: 'SurveyInviteList' });

export const inviteQuery = listQuery.extend({ survey: z.uuid().optional() });

export const answerQuery = inviteQuery.extend({
  customer: z.uuid().optional().meta({ description: 'Only what this customer answered.' }),
});

const answer = z
  .object({
    id: id.meta({ description: 'The id of the invite.' }),
    surveyId: id,
    kind: z.enum(SURVEY_KINDS),
    score: z.int(),
    mood: z.enum(['good', 'middling', 'bad']),
    answers: z.record(z.string(), z.string()).meta({ description: 'Further questions, by their ids.' }),
    comment: z.string(),
    customerId: id,
    agentId: id.nullable().meta({ description: 'Who had the ticket when it was solved.' }),
    teamId: id.nullable(),
    ticketNumber: z.int().nullable(),
    channel: z.string(),
    language,
    at: instant,
    changedAt: instant,
    followUp: z.object({ open: z.boolean(), dueAt: instant, ticketNumber: z.int() }).nullable(),
  })
  .meta({ id: 'SurveyAnswer' });
export const answerList = listOf(answer).meta({ id: 'SurveyAnswerList' });

export const surveyChoice = z.strictObject({ asked: z.boolean() }).meta({ id: 'CustomerSurveyChoice' });
