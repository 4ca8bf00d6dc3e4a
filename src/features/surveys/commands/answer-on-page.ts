import { ok, type Result } from '@/domain/shared/result';
import type { AnswerForm } from '@/features/surveys/inputs';
import type { World } from '@/server/world';
import { type AnswerRefused, answerSurvey } from './answer-survey';

/** What the page of a survey sends. Nothing but this keeps an answer: opening the page, however often, does not. */
export async function answerOnPage(world: World, form: AnswerForm): Promise<Result<null, AnswerRefused>> {
  const answered = await answerSurvey(world, form);
  return answered.ok ? ok(null) : answered;
}
