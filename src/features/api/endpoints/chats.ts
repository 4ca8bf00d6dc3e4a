import { ok } from '@/domain/shared/result';
import { chatAccountRows, chatById, chatPage } from '@/features/api/chat-rows';
import { wholeListPage } from '@/features/api/paging';
import * as shapes from '@/features/api/schemas/chat';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { endpoint } from '@/server/http/endpoint';

const area = 'Live chat';

export const listChats = endpoint({
  id: 'listChats',
  method: 'GET',
  path: '/chats',
  area,
  summary: 'List chats',
  description: 'What was said in a chat stands in the messages of its ticket.',
  permission: 'ticket.read',
  query: shapes.chatsQuery,
  answer: { status: 200, description: 'Chats, the newest first.', schema: shapes.chatList },
  run: (ctx, { query }) => chatPage(ctx, query),
});

export const getChat = endpoint({
  id: 'getChat',
  method: 'GET',
  path: '/chats/{id}',
  area,
  summary: 'Read a chat',
  permission: 'ticket.read',
  params: idParams,
  answer: { status: 200, description: 'The chat.', schema: shapes.chat },
  run: async (ctx, { params }) => ok(await chatById(ctx, params.id)),
});

export const listChatAccounts = endpoint({
  id: 'listChatAccounts',
  method: 'GET',
  path: '/chat-accounts',
  area,
  summary: 'List the chats of your sites',
  permission: 'channel.manage',
  query: listQuery,
  answer: { status: 200, description: 'All chat accounts, by name.', schema: shapes.chatAccountList },
  run: async (ctx, { query }) => wholeListPage('chat-accounts', await chatAccountRows(ctx), query),
});

export const getChatAccount = endpoint({
  id: 'getChatAccount',
  method: 'GET',
  path: '/chat-accounts/{id}',
  area,
  summary: 'Read the chat of a site',
  permission: 'channel.manage',
  params: idParams,
  answer: { status: 200, description: 'The chat account.', schema: shapes.chatAccount },
  run: async (ctx, { params }) => ok((await chatAccountRows(ctx, params.id))[0] ?? null),
});
