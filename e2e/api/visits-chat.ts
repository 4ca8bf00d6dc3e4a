import type { Other } from './other-workspace';

/** Addresses of the chat, which open by a public key or a signed address; each with the reason. */
export const CHAT_OPEN: Readonly<Record<string, string>> = {
  '/api/chat/[key]/articles': 'opens by the public key of a chat, and shows articles that are for everybody',
  '/api/chat/[key]/call-me':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/config':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/end':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/events':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/identify':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/mail':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/messages':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/offline':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/read':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/session':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/sessions':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/survey':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/transcript':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/typing':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/uploads':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/files/[id]': 'opens by a signed address',
};

/** What its operations name. */
export const CHAT_API_PARAMETERS: Readonly<Record<string, keyof Other>> = {
  '/chats/{id}': 'chatId',
  '/chat-accounts/{id}': 'chatAccountId',
};

/** How its operations are called. */
export const CHAT_BODIES: Readonly<Record<string, (other: Other) => unknown>> = {
  createChatAccount: ({ teamId }) => ({ name: 'x', teamId }),
  updateChatAccount: () => ({ name: 'x' }),
};
