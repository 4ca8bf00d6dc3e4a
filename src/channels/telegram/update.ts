import { z } from 'zod';

const user = z.object({
  id: z.int(),
  is_bot: z.boolean().default(false),
  first_name: z.string().default(''),
  last_name: z.string().default(''),
  username: z.string().default(''),
  language_code: z.string().default(''),
});
export type TelegramUser = z.output<typeof user>;

const chat = z.object({ id: z.int(), type: z.string(), title: z.string().default('') });

const file = z.object({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
});
export type TelegramFile = z.output<typeof file>;

/** What is not named here is known to be there, so that no message stands empty without a word. */
const plainMessage = z.looseObject({
  message_id: z.int(),
  message_thread_id: z.int().optional(),
  from: user.optional(),
  chat,
  date: z.int(),
  edit_date: z.int().optional(),
  text: z.string().default(''),
  caption: z.string().default(''),
  photo: z.array(file).default([]),
  document: file.optional(),
  voice: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  audio: file.optional(),
  animation: file.optional(),
  sticker: file.extend({ emoji: z.string().default('') }).optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  contact: z.object({ phone_number: z.string(), first_name: z.string().default('') }).optional(),
  venue: z.object({ title: z.string().default(''), address: z.string().default('') }).optional(),
  poll: z
    .object({
      question: z.string().default(''),
      options: z.array(z.object({ text: z.string().default('') })).default([]),
    })
    .optional(),
  dice: z.object({ emoji: z.string().default(''), value: z.number() }).optional(),
  story: z.unknown().optional(),
});

const message = plainMessage.extend({
  reply_to_message: z.object({ message_id: z.int(), from: user.optional() }).optional(),
});
export type TelegramMessage = z.output<typeof message>;

const membership = z.object({
  chat,
  date: z.int(),
  new_chat_member: z.object({ status: z.string() }),
});

/** Bot API "MessageReactionUpdated": all that somebody has said of a message, each time it changes. */
const reacted = z.object({
  chat,
  message_id: z.int(),
  user: user.optional(),
  actor_chat: chat.optional(),
  date: z.int(),
  new_reaction: z.array(z.object({ type: z.string(), emoji: z.string().default('⭐') })).default([]),
});
export type TelegramReaction = z.output<typeof reacted>;

/** Bot API "Update": only what we read of it. What we do not know is left aside, not refused. */
export const update = z.object({
  update_id: z.int(),
  message: message.optional(),
  edited_message: message.optional(),
  my_chat_member: membership.optional(),
  message_reaction: reacted.optional(),
});
export type Update = z.output<typeof update>;
