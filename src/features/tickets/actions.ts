'use server';

import { agentAction } from '@/server/actions/agent-action';
import { addNoteToTicket } from './commands/add-note';
import { createTicket } from './commands/create-ticket';
import { replyToTicket } from './commands/reply-to-ticket';
import { resendMessage } from './commands/resend-message';
import { reuseMessage } from './commands/reuse-message';
import { undoSend } from './commands/undo-send';
import { changeTicket } from './commands/update-ticket';
import * as inputs from './inputs';

export const createTicketAction = agentAction({
  permission: 'ticket.create',
  input: inputs.createTicketInput,
  run: createTicket,
});
export const replyAction = agentAction({
  permission: 'ticket.reply',
  input: inputs.replyInput,
  run: replyToTicket,
});
export const noteAction = agentAction({
  permission: 'ticket.note',
  input: inputs.noteInput,
  run: addNoteToTicket,
});
export const updateAction = agentAction({
  permission: 'ticket.update',
  input: inputs.deskUpdateInput,
  run: changeTicket,
});
export const undoAction = agentAction({
  permission: 'ticket.reply',
  input: inputs.messageInput,
  run: undoSend,
});
export const resendAction = agentAction({
  permission: 'ticket.reply',
  input: inputs.resendInput,
  run: resendMessage,
});
export const reuseAction = agentAction({
  permission: 'ticket.reply',
  input: inputs.messageInput,
  run: reuseMessage,
});
