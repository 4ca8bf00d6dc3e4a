import { z } from 'zod';
import { newChatSettings } from '@/domain/chat/settings';
import { fail, ok } from '@/domain/shared/result';
import { chatAccountRows, chatById, chatPage } from '@/features/api/chat-rows';
import { wholeListPage } from '@/features/api/paging';
import * as shapes from '@/features/api/schemas/chat';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { chatAccountInput } from '@/features/chat/commands/account-input';
import { saveChatAccount } from '@/features/chat/commands/save-chat-account';
import { tryChat } from '@/features/chat/commands/try-chat';
import type { StaffContext } from '@/server/context';
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

export const createChatAccount = endpoint({
  id: 'createChatAccount',
  method: 'POST',
  path: '/chat-accounts',
  area,
  summary: 'Add a chat to a site',
  description: 'What is left out is as on a new one in the administration.',
  permission: 'channel.manage',
  body: shapes.createChatAccountBody,
  answer: {
    status: 201,
    description: 'The new chat account, with its public key.',
    schema: shapes.chatAccount,
  },
  run: (ctx, { body: { settings, ...body } }) => {
    const usual = newChatSettings(settings?.defaultLanguage ?? 'en');
    return save(ctx, { ...NEW_ACCOUNT, ...body, settings: { ...usual, ...settings } });
  },
  show: async (ctx, { accountId }) => (await chatAccountRows(ctx, accountId))[0] ?? null,
});

export const updateChatAccount = endpoint({
  id: 'updateChatAccount',
  method: 'PATCH',
  path: '/chat-accounts/{id}',
  area,
  summary: 'Change the chat of a site',
  description: 'What is left out stays; so does the public key. Switch it off with `enabled`.',
  permission: 'channel.manage',
  params: idParams,
  body: shapes.updateChatAccountBody,
  answer: { status: 200, description: 'The chat account as it is now.', schema: shapes.chatAccount },
  run: async (ctx, { params: { id }, body: { settings, ...body } }) => {
    const [account] = await chatAccountRows(ctx, id);
    if (!account) return fail({ code: 'not_found' });
    const { id: accountId, publicKey: _, ...stored } = account;
    return save(ctx, { ...stored, ...body, accountId, settings: { ...stored.settings, ...settings } });
  },
  show: async (ctx, { accountId }) => (await chatAccountRows(ctx, accountId))[0] ?? null,
});

export const testChatAccount = endpoint({
  id: 'testChatAccount',
  method: 'POST',
  path: '/chat-accounts/{id}/test',
  area,
  summary: 'Try the chat of a site out',
  description: 'Chats as a visitor would; what it says becomes a ticket.',
  permission: 'channel.manage',
  params: idParams,
  answer: { status: 200, description: 'What came of it.', schema: shapes.testedChat },
  run: (ctx, { params }) => tryChat(ctx, { accountId: params.id }),
});

const NEW_ACCOUNT = {
  accountId: null,
  teamId: null,
  enabled: true,
  allowedOrigins: [],
  calendarId: null,
  verifiedOnly: false,
  warnMinutes: 10,
  endMinutes: 15,
};

/** Saves what was put together of what is stored and what was given, if it holds as a whole. */
async function save(ctx: StaffContext, whole: unknown) {
  const read = chatAccountInput.safeParse(whole);
  if (!read.success) return fail({ code: 'input.invalid', fields: z.flattenError(read.error).fieldErrors });
  return saveChatAccount(ctx, read.data);
}
