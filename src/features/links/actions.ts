'use server';

import { agentAction } from '@/server/actions/agent-action';
import { answerIncidents } from './commands/answer-incidents';
import { incidentsToAnswer } from './commands/incidents-to-answer';
import { linkTickets } from './commands/link-tickets';
import { undoAnswers } from './commands/undo-answers';
import { unlinkTickets } from './commands/unlink-tickets';
import { answerInput, linkInput, toAnswerInput, undoAnswersInput, unlinkInput } from './inputs';

export const linkAction = agentAction({ permission: 'ticket.update', input: linkInput, run: linkTickets });
export const unlinkAction = agentAction({
  permission: 'ticket.update',
  input: unlinkInput,
  run: unlinkTickets,
});
export const toAnswerAction = agentAction({
  permission: 'ticket.reply',
  input: toAnswerInput,
  run: incidentsToAnswer,
});
export const answerIncidentsAction = agentAction({
  permission: 'ticket.reply',
  input: answerInput,
  run: answerIncidents,
});
export const undoAnswersAction = agentAction({
  permission: 'ticket.reply',
  input: undoAnswersInput,
  run: undoAnswers,
});
