import type { ChatAnswer, ChatAnswered } from '@/domain/chat/protocol';
import { fail, ok, type Result } from '@/domain/shared/result';
import { offeredSurvey } from '@/features/surveys/offered-survey';
import { placedToken } from '@/server/crypto/survey-token';
import type { World } from '@/server/world';
import { type AnswerRefused, answerSurvey } from './answer-survey';

type Chat = Readonly<{ workspaceId: string; ticketId: string }>;

/** Keeps what a visitor answers in the window of a chat that is over. Gives whether somebody will come back to them. */
export async function answerInChat(
  world: World,
  { workspaceId, ticketId }: Chat,
  { survey, score, comment }: ChatAnswer,
): Promise<Result<ChatAnswered, AnswerRefused>> {
  const surveyId = survey ?? (await askedNow(world, { workspaceId, ticketId }));
  if (!surveyId) return fail({ code: 'token.invalid' });
  const token = placedToken('chat', { workspaceId, id: ticketId, surveyId });
  const answered = await answerSurvey(world, { token, score, answers: {}, comment });
  return answered.ok ? ok({ low: answered.value.low }) : answered;
}

/** Windows that were opened before say no survey. */
async function askedNow({ db, now }: World, chat: Chat): Promise<string | null> {
  const asked = await offeredSurvey(db, { ...chat, place: 'chat', surveyId: null, now: now() });
  return asked?.surveyId ?? null;
}
