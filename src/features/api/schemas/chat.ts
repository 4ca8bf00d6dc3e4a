import { z } from 'zod';
import { CHAT_LANGUAGES } from '@/domain/chat/protocol';
import { chatAccountFields, chatSettings } from '@/features/chat/commands/account-input';
import { id, instant, language, listOf, listQuery } from './shared';

const { settings: _, ...accountFields } = chatAccountFields.shape;

const words = z
  .partialRecord(z.enum(CHAT_LANGUAGES), z.string())
  .meta({ description: 'By language; a language that is left out reads as shipped.' });

export const chatAccount = z
  .object({
    id,
    publicKey: z.string().meta({ description: 'Stands in the snippet of the host page; it is no secret.' }),
    ...accountFields,
    calendarId: id.nullable().meta({ description: 'Business hours; null is at all hours.' }),
    allowedOrigins: z
      .array(z.string())
      .meta({ description: 'Sites that may show it; none allows every site.' }),
    settings: chatSettings.extend({
      texts: z.object({ greeting: words, offline: words, launcher: words }),
    }),
  })
  .meta({ id: 'ChatAccount' });

const given = { ...accountFields, settings: chatSettings.partial() };
export const createChatAccountBody = z
  .strictObject(given)
  .partial()
  .required({ name: true })
  .meta({ id: 'CreateChatAccount' });
export const updateChatAccountBody = z.strictObject(given).partial().meta({ id: 'UpdateChatAccount' });

export const chatAccountList = listOf(chatAccount);

export const testedChat = z.object({
  ticketNumber: z.int().meta({ description: 'The ticket of the test chat.' }),
});

export const chat = z.object({
  id,
  chatAccountId: id,
  ticketNumber: z.int().nullable().meta({ description: 'Null until the visitor has said something.' }),
  state: z.enum(['waiting', 'active', 'ended']),
  offline: z.boolean().meta({ description: 'A message left while nobody was there, answered by mail.' }),
  language,
  visitor: z.object({
    name: z.string(),
    email: z.string().nullable().meta({ description: 'As typed, or as the host page proved.' }),
    verified: z.boolean().meta({ description: 'The host page proved who it is.' }),
  }),
  page: z.object({ url: z.string(), title: z.string(), referrer: z.string() }),
  acceptedById: id.nullable(),
  createdAt: instant,
  acceptedAt: instant.nullable(),
  endedAt: instant.nullable(),
  endedBy: z.enum(['visitor', 'agent', 'idle', 'left']).nullable(),
  waitedSeconds: z.number().nullable().meta({ description: 'Until somebody first took it.' }),
});

export const chatList = listOf(chat);

export const chatsQuery = listQuery.extend({
  state: z.enum(['waiting', 'active', 'ended']).optional(),
});
export type ChatsQuery = z.output<typeof chatsQuery>;
