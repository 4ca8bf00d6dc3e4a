'use server';

import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { resendMessage } from '@/features/tickets/commands/resend-message';
import { reuseMessage } from '@/features/tickets/commands/reuse-message';
import { undoSend } from '@/features/tickets/commands/undo-send';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { deskUpdateInput, messageInput, noteInput, replyInput, resendInput } from '@/features/tickets/inputs';
import { agentAction } from '@/server/actions/agent-action';

export const replyAction = agentAction({ permission: 'ticket.reply', input: replyInput, run: replyToTicket });
export const noteAction = agentAction({ permission: 'ticket.note', input: noteInput, run: addNoteToTicket });
export const updateAction = agentAction({
  permission: 'ticket.update',
  input: deskUpdateInput,
  run: changeTicket,
});
export const undoAction = agentAction({ permission: 'ticket.reply', input: messageInput, run: undoSend });
export const resendAction = agentAction({
  permission: 'ticket.reply',
  input: resendInput,
  run: resendMessage,
});
export const reuseAction = agentAction({
  permission: 'ticket.reply',
  input: messageInput,
  run: reuseMessage,
});
