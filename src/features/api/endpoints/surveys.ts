import type { z } from 'zod';
import { fail, ok } from '@/domain/shared/result';
import { pageOf, placeOf, wholeListPage } from '@/features/api/paging';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import * as schema from '@/features/api/schemas/surveys';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketIdOf } from '@/features/api/ticket-rows';
import { chooseSurveys } from '@/features/surveys/commands/choose-surveys';
import { createInvite } from '@/features/surveys/commands/create-invite';
import { saveSurvey } from '@/features/surveys/commands/save-survey';
import { surveyFields } from '@/features/surveys/commands/survey-fields';
import {
  apiAnswers,
  apiInvite,
  apiInvites,
  listSurveys as surveys,
  getSurvey as surveyWith,
} from '@/features/surveys/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';
import { inputErrors } from '@/server/http/input-errors';

const area = 'Surveys';
const permission = 'survey.manage';

async function surveyOf(ctx: StaffContext, id: string) {
  const found = await surveyWith(ctx, id);
  return found && { id, version: found.version, active: found.active, ...found.terms };
}

export const listSurveys = endpoint({
  id: 'listSurveys',
  method: 'GET',
  path: '/surveys',
  area,
  summary: 'List surveys',
  permission,
  query: listQuery,
  answer: { status: 200, description: 'All of them, in their order.', schema: schema.surveyList },
  run: async (ctx, { query }) => {
    const rows = await surveys(ctx);
    const shown = rows.map(({ id, version, active, terms }) => ({ id, version, active, ...terms }));
    return wholeListPage('surveys', shown, query);
  },
});

export const createSurvey = endpoint({
  id: 'createSurvey',
  method: 'POST',
  path: '/surveys',
  area,
  summary: 'Add a survey',
  permission,
  body: schema.createSurveyBody,
  answer: { status: 201, description: 'The new survey.', schema: schema.survey },
  run: (ctx, { body }) => {
    const read = surveyFields.safeParse(body);
    return read.success ? saveSurvey(ctx, read.data) : invalid(read.error);
  },
  show: (ctx, { surveyId }) => surveyOf(ctx, surveyId),
});

export const getSurvey = endpoint({
  id: 'getSurvey',
  method: 'GET',
  path: '/surveys/{id}',
  area,
  summary: 'Read a survey',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The survey.', schema: schema.survey },
  run: async (ctx, { params }) => ok(await surveyOf(ctx, params.id)),
});

export const updateSurvey = endpoint({
  id: 'updateSurvey',
  method: 'PATCH',
  path: '/surveys/{id}',
  area,
  summary: 'Change a survey, or switch it on or off',
  description: 'What was asked before keeps the words in which it was asked.',
  permission,
  params: idParams,
  body: schema.updateSurveyBody,
  answer: { status: 200, description: 'The survey as it is now.', schema: schema.survey },
  run: async (ctx, { params, body }) => {
    const before = await surveyWith(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const { channels, ...kept } = before.terms;
    // Another trigger has places of its own, unless they are given.
    const places =
      (given['trigger'] ?? kept.trigger) === kept.trigger && kept.trigger !== 'hand' ? { channels } : {};
    const read = surveyFields.safeParse({ ...kept, ...places, active: before.active, ...given });
    return read.success ? saveSurvey(ctx, { ...read.data, id: params.id }) : invalid(read.error);
  },
  show: (ctx, { surveyId }) => surveyOf(ctx, surveyId),
});

export const createSurveyInvite = endpoint({
  id: 'createSurveyInvite',
  method: 'POST',
  path: '/tickets/{number}/survey-invites',
  area,
  summary: 'Ask the customer of a ticket',
  description:
    'Makes an invite with its link, and mails it when wanted. Each solution is asked about once by each survey.',
  permission: 'ticket.reply',
  params: ticketNumberParams,
  body: schema.inviteBody,
  answer: { status: 201, description: 'The invite.', schema: schema.invite },
  run: async (ctx, { params: { number }, body }) => {
    const ticketId = await ticketIdOf(ctx, number);
    return ticketId ? createInvite(ctx, { ...body, ticketId }) : fail({ code: 'not_found' });
  },
  show: (ctx, { inviteId }) => apiInvite(ctx, inviteId),
});

export const chooseCustomerSurveys = endpoint({
  id: 'chooseCustomerSurveys',
  method: 'PATCH',
  path: '/customers/{id}/surveys',
  area,
  summary: 'Say whether a customer is asked',
  description:
    'What a customer told you: to be asked no more, which calls off what is planned, or to be asked again.',
  permission: 'customer.write',
  params: idParams,
  body: schema.surveyChoice,
  answer: { status: 200, description: 'As it is now.', schema: schema.surveyChoice },
  run: (ctx, { params, body }) => chooseSurveys(ctx, { customerId: params.id, ...body }),
  show: async (_, { asked }) => ({ asked }),
});

export const listSurveyInvites = endpoint({
  id: 'listSurveyInvites',
  method: 'GET',
  path: '/survey-invites',
  area,
  summary: 'Read who was asked, and who was not and why',
  permission: 'feedback.read',
  query: schema.inviteQuery,
  answer: { status: 200, description: 'The newest first.', schema: schema.inviteList },
  run: async (ctx, { query }) => {
    const after = placeOf('survey-invites', query.cursor);
    if (!after.ok) return after;
    const rows = await apiInvites(ctx, {
      surveyId: query.survey,
      after: after.value,
      limit: query.limit + 1,
    });
    return ok(pageOf('survey-invites', rows, { limit: query.limit, by: ({ createdAt }) => createdAt }));
  },
});

export const listSurveyAnswers = endpoint({
  id: 'listSurveyAnswers',
  method: 'GET',
  path: '/survey-answers',
  area,
  summary: 'Read what customers answered',
  permission: 'feedback.read',
  query: schema.answerQuery,
  answer: { status: 200, description: 'The newest first.', schema: schema.answerList },
  run: async (ctx, { query }) => {
    const after = placeOf('survey-answers', query.cursor);
    if (!after.ok) return after;
    const rows = await apiAnswers(ctx, {
      surveyId: query.survey,
      customerId: query.customer,
      after: after.value,
      limit: query.limit + 1,
    });
    return ok(pageOf('survey-answers', rows, { limit: query.limit, by: ({ at }) => at }));
  },
});

const invalid = async (error: z.ZodError) =>
  fail({ code: 'input.invalid', errors: inputErrors('body', error) });
