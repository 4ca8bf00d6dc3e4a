import { fail } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import * as schema from '@/features/api/schemas/sides';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import { sideById, sideMessagesOf, sidesOf } from '@/features/api/side-rows';
import { ticketIdOf } from '@/features/api/ticket-rows';
import { endSide } from '@/features/tickets/commands/end-side';
import { startSide } from '@/features/tickets/commands/start-side';
import { writeInSide } from '@/features/tickets/commands/write-in-side';
import { endpoint } from '@/server/http/endpoint';

const area = 'Tickets';

export const listSideConversations = endpoint({
  id: 'listSideConversations',
  method: 'GET',
  path: '/tickets/{number}/side-conversations',
  area,
  summary: 'List the side conversations of a ticket',
  description: 'Mails with others than the customer, who never sees them. Open ones first.',
  permission: 'ticket.read',
  params: ticketNumberParams,
  query: listQuery,
  answer: { status: 200, description: 'Side conversations.', schema: schema.sideConversationList },
  run: async (ctx, { params: { number }, query }) => {
    const ticketId = await ticketIdOf(ctx, number);
    if (!ticketId) return fail({ code: 'not_found' });
    return wholeListPage(`sides ${number}`, await sidesOf(ctx, ticketId), query);
  },
});

export const createSideConversation = endpoint({
  id: 'createSideConversation',
  method: 'POST',
  path: '/tickets/{number}/side-conversations',
  area,
  summary: 'Write to somebody beside a ticket',
  description:
    'Begins a side conversation, and can pass on a message of the ticket. The mail leaves after the undo time; answers come back into the conversation.',
  permission: 'ticket.reply',
  params: ticketNumberParams,
  body: schema.createSideBody,
  answer: { status: 201, description: 'The new side conversation.', schema: schema.sideConversation },
  run: async (ctx, { params, body }) => {
    const ticketId = await ticketIdOf(ctx, params.number);
    if (!ticketId) return fail({ code: 'not_found' });
    return startSide(ctx, { ...body, ticketId });
  },
  show: (ctx, { sideId }) => sideById(ctx, sideId),
});

export const updateSideConversation = endpoint({
  id: 'updateSideConversation',
  method: 'PATCH',
  path: '/side-conversations/{id}',
  area,
  summary: 'Say that a side conversation is done, or open again',
  permission: 'ticket.reply',
  params: idParams,
  body: schema.updateSideBody,
  answer: { status: 200, description: 'As it is now.', schema: schema.sideConversation },
  run: (ctx, { params, body }) => endSide(ctx, { sideId: params.id, done: body.state === 'done' }),
  show: (ctx, { sideId }) => sideById(ctx, sideId),
});

export const listSideMessages = endpoint({
  id: 'listSideMessages',
  method: 'GET',
  path: '/side-conversations/{id}/messages',
  area,
  summary: 'List the mails of a side conversation',
  description: 'The oldest first.',
  permission: 'ticket.read',
  params: idParams,
  query: listQuery,
  answer: { status: 200, description: 'Mails.', schema: schema.sideMessageList },
  run: async (ctx, { params, query }) => {
    const messages = await sideMessagesOf(ctx, params.id);
    return messages ? wholeListPage(`side ${params.id}`, messages, query) : fail({ code: 'not_found' });
  },
});

export const createSideMessage = endpoint({
  id: 'createSideMessage',
  method: 'POST',
  path: '/side-conversations/{id}/messages',
  area,
  summary: 'Go on in a side conversation',
  description:
    'To whoever wrote last, with all in copy. It leaves after the undo time, and opens the conversation again.',
  permission: 'ticket.reply',
  params: idParams,
  body: schema.createSideMessageBody,
  answer: { status: 201, description: 'The new mail.', schema: schema.sideMessage },
  run: (ctx, { params, body }) => writeInSide(ctx, { ...body, sideId: params.id }),
  show: async (ctx, { sideId, messageId }) =>
    (await sideMessagesOf(ctx, sideId))?.find(({ id }) => id === messageId) ?? null,
});

/** In the order in which they are documented. */
export const SIDE_ENDPOINTS = [
  listSideConversations,
  createSideConversation,
  updateSideConversation,
  listSideMessages,
  createSideMessage,
] as const;
