import { fail, ok, type Problem, type Result } from '@/domain/shared/result';
import { listMessages as list, messageById, sourceOf } from '@/features/api/message-rows';
import { plainTextAsHtml } from '@/features/api/plain-text-as-html';
import {
  message,
  messageList,
  messageQuery,
  messagesQuery,
  ticketMessagesQuery,
} from '@/features/api/schemas/message';
import { idParams } from '@/features/api/schemas/shared';
import { type CreateMessageBody, createMessageBody, ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketByNumber } from '@/features/api/ticket-rows';
import { areUploads } from '@/features/api/uploads';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { undoSend } from '@/features/tickets/commands/undo-send';
import type { ApiContext } from '@/server/auth/api-key';
import { endpoint } from '@/server/http/endpoint';

const area = 'Messages';

export const listMessages = endpoint({
  id: 'listMessages',
  method: 'GET',
  path: '/messages',
  area,
  summary: 'List messages of all tickets',
  description: 'The newest first unless sorted otherwise, those that belong on no ticket among them.',
  permission: 'ticket.read',
  query: messagesQuery,
  answer: { status: 200, description: 'A page of messages.', schema: messageList },
  run: (ctx, { query }) => list(ctx, query),
});

export const getMessage = endpoint({
  id: 'getMessage',
  method: 'GET',
  path: '/messages/{id}',
  area,
  summary: 'Read a message',
  permission: 'ticket.read',
  params: idParams,
  query: messageQuery,
  answer: { status: 200, description: 'The message.', schema: message },
  run: async (ctx, { params, query }) => ok(await messageById(ctx, params.id, query.include === 'headers')),
});

export const undoMessage = endpoint({
  id: 'undoMessage',
  method: 'POST',
  path: '/messages/{id}/undo',
  area,
  summary: 'Take back a message that has not left',
  description:
    'Within the undo time, or before the moment for which it was planned. Its text becomes a draft of whose key this is; the ticket goes back to the status and assignee that it had.',
  permission: 'ticket.reply',
  params: idParams,
  answer: { status: 200, description: 'The message, cancelled.', schema: message },
  run: async (ctx, { params: { id: messageId } }) => {
    const undone = await undoSend(ctx, { messageId });
    return undone.ok ? ok({ messageId }) : undone;
  },
  show: (ctx, { messageId }) => messageById(ctx, messageId),
});

export const getMessageSource = endpoint({
  id: 'getMessageSource',
  method: 'GET',
  path: '/messages/{id}/raw',
  area,
  summary: 'Read the source of a mail',
  description: 'The bytes as they arrived, or as they left. Not found for what was no mail.',
  permission: 'ticket.read',
  params: idParams,
  answer: { status: 200, description: 'The mail (RFC 5322).', mediaType: 'message/rfc822' },
  run: async (ctx, { params }) => {
    const bytes = await sourceOf(ctx, params.id);
    if (!bytes) return fail({ code: 'not_found' });
    const headers = {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': `attachment; filename="${params.id}.eml"`,
      'X-Content-Type-Options': 'nosniff',
    };
    return ok(new Response(bytes, { headers }));
  },
});

export const listTicketMessages = endpoint({
  id: 'listTicketMessages',
  method: 'GET',
  path: '/tickets/{number}/messages',
  area,
  summary: 'List the messages of a ticket',
  description: 'The oldest first unless sorted otherwise.',
  permission: 'ticket.read',
  params: ticketNumberParams,
  query: ticketMessagesQuery,
  answer: { status: 200, description: 'A page of messages.', schema: messageList },
  run: async (ctx, { params, query }) => {
    if (!(await ticketByNumber(ctx, params.number))) return fail({ code: 'not_found' });
    return list(ctx, { ...query, ticket: params.number });
  },
});

export const createMessage = endpoint({
  id: 'createMessage',
  method: 'POST',
  path: '/tickets/{number}/messages',
  area,
  summary: 'Answer a ticket, or add a note',
  description:
    'A public message leaves after the undo time, by mail or in the conversation that `via` names. Give `text` or `html`. A note may mention people and teams who may see the ticket: in `mentions`, or in its HTML as `<span data-mention="user:…">`.',
  permission: 'ticket.note',
  params: ticketNumberParams,
  body: createMessageBody,
  answer: { status: 201, description: 'The new message.', schema: message },
  run: async (ctx, { params, body }) => {
    const ticket = await ticketByNumber(ctx, params.number);
    if (!ticket) return fail({ code: 'not_found' });
    if (!(await areUploads(ctx, body.attachmentIds))) return fail({ code: 'file.missing' });
    return write(ctx, ticket, body);
  },
  show: (ctx, { messageId }) => messageById(ctx, messageId),
});

type Written = Result<Readonly<{ messageId: string }>, Problem>;

function write(
  ctx: ApiContext,
  ...[ticket, body]: [Readonly<{ id: string; status: string }>, CreateMessageBody]
): Promise<Written> {
  const { kind, text, submitAs, sendAt, lastSeenMessageId, via, template, mentions, ...rest } = body;
  const html = rest.html ?? plainTextAsHtml(text ?? '');
  const written = { ...rest, ticketId: ticket.id, html };
  if (kind === 'note') return addNoteToTicket(ctx, { ...written, mentions });
  return replyToTicket(ctx, {
    ...written,
    submitAs: submitAs ?? statusAfter(ticket.status),
    ...(via && { via }),
    ...(template && { template }),
    ...(sendAt && { sendAt }),
    ...(lastSeenMessageId !== undefined && { lastSeenMessageId }),
  });
}

const SETTABLE = ['open', 'pending', 'on_hold', 'solved'] as const;

const statusAfter = (status: string) => SETTABLE.find((each) => each === status) ?? 'open';
