'use server';

import { agentAction } from '@/server/actions/agent-action';
import { addNoteToTicket } from './commands/add-note';
import { createTicketAtDesk } from './commands/create-ticket';
import { endSide } from './commands/end-side';
import { mergeTickets } from './commands/merge-tickets';
import { replyToTicket } from './commands/reply-to-ticket';
import { resendMessage } from './commands/resend-message';
import { reuseMessage } from './commands/reuse-message';
import * as side from './commands/side-fields';
import { splitTicket } from './commands/split-ticket';
import { startSide } from './commands/start-side';
import { undoMerge } from './commands/undo-merge';
import { undoSend } from './commands/undo-send';
import { undoSide } from './commands/undo-side';
import { changeTicket } from './commands/update-ticket';
import { writeInSide } from './commands/write-in-side';
import * as inputs from './inputs';

export const createTicketAction = agentAction({
  permission: 'ticket.create',
  input: inputs.createTicketInput,
  run: createTicketAtDesk,
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
export const mergeAction = agentAction({
  permission: 'ticket.merge',
  input: inputs.mergeInput,
  run: mergeTickets,
});
export const undoMergeAction = agentAction({
  permission: 'ticket.merge',
  input: inputs.undoMergeInput,
  run: undoMerge,
});
export const splitAction = agentAction({
  permission: 'ticket.merge',
  input: inputs.splitInput,
  run: splitTicket,
});
export const startSideAction = agentAction({
  permission: 'ticket.reply',
  input: side.startSideInput,
  run: startSide,
});
export const writeInSideAction = agentAction({
  permission: 'ticket.reply',
  input: side.writeInSideInput,
  run: writeInSide,
});
export const endSideAction = agentAction({
  permission: 'ticket.reply',
  input: side.endSideInput,
  run: endSide,
});
export const undoSideAction = agentAction({
  permission: 'ticket.reply',
  input: inputs.messageInput,
  run: undoSide,
});
