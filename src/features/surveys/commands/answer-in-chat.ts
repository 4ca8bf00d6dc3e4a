import type { ChatAnswer, ChatAnswered } from '@/domain/chat/protocol';
import { ok, type Result } from '@/domain/shared/result';
import { ticketToken } from '@/server/crypto/survey-token';
import type { World } from '@/server/world';
import { type AnswerRefused, answerSurvey } from './answer-survey';

type Chat = Readonly<{ workspaceId: string; ticketId: string }>;

/** Keeps what a visitor answers in the window of a chat that is over. Gives whether somebody will come back to them. */
export async function answerInChat(
  world: World,
  { workspaceId, ticketId }: Chat,
  { score, comment }: ChatAnswer,
): Promise<Result<ChatAnswered, AnswerRefused>> {
  const token = ticketToken({ workspaceId, id: ticketId });
  const answered = await answerSurvey(world, { token, score, answers: {}, comment });
  return answered.ok ? ok({ low: answered.value.low }) : answered;
}
