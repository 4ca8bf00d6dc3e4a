import { z } from 'zod';
import {
  type CallMe,
  CHAT_LANGUAGES,
  type ChatIdentity,
  type LeaveMessage,
  type SendMessage,
  type StartChat,
} from '@/domain/chat/protocol';

/** Longest message of a visitor, in characters. */
export const LONGEST_MESSAGE = 8_000;
/** Most files in one message. */
export const MOST_FILES = 10;

const clientId = z.uuid();
/** A place in a chat: entries are counted in a column of four bytes. */
const sequence = z.number().int().min(0).max(2_147_483_647);
const text = z.string().trim().max(LONGEST_MESSAGE);
const name = z.string().trim().max(200);
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const phone = z.string().trim().min(5).max(40);
const timeZone = z.string().max(64);
const answers = z.record(z.string().max(60), z.string().max(2_000));
const page = z.strictObject({
  url: z.string().max(2_000),
  title: z.string().max(300),
  referrer: z.string().max(2_000),
});

const identity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('jwt'), token: z.string().max(4_000) }),
  z.strictObject({
    kind: z.literal('hmac'),
    userId: z.string().min(1).max(200),
    hash: z.string().regex(/^[0-9a-f]{64}$/i),
    name: name.exactOptional(),
    email: email.exactOptional(),
  }),
]) satisfies z.ZodType<ChatIdentity>;

/** What an answer to `GET articles` called the visit. */
const visit = z.string().max(100);
const attachmentIds = z.array(z.uuid()).max(MOST_FILES);

/** `POST messages`: words, files or both. */
export const sendMessage = z
  .strictObject({ clientId, text, attachmentIds, visit: visit.exactOptional() })
  .refine((message) => message.text !== '' || message.attachmentIds.length > 0, {
    path: ['text'],
  }) satisfies z.ZodType<SendMessage>;

/** `POST sessions`. */
export const startChat = z.strictObject({
  clientId,
  language: z.enum(CHAT_LANGUAGES),
  timeZone,
  page,
  name: name.exactOptional(),
  email: email.exactOptional(),
  phone: phone.exactOptional(),
  answers: answers.exactOptional(),
  identity: identity.exactOptional(),
  proactiveId: z.string().max(60).exactOptional(),
  message: sendMessage.exactOptional(),
}) satisfies z.ZodType<StartChat>;

/** `POST identify`. */
export const identify = z.strictObject({ identity });

/** `POST call-me`; a window without an end is open. */
export const callMe = z.strictObject({
  clientId,
  phone,
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  note: z.string().trim().max(2_000),
}) satisfies z.ZodType<CallMe>;

/** The part `data` of `POST offline`. */
export const leaveMessage = z.strictObject({
  clientId,
  language: z.enum(CHAT_LANGUAGES),
  timeZone,
  page,
  name,
  email,
  phone: phone.exactOptional(),
  answers: answers.exactOptional(),
  identity: identity.exactOptional(),
  text: text.min(1),
  visit: visit.exactOptional(),
}) satisfies z.ZodType<LeaveMessage>;

/** `POST typing`. */
export const typing = z.strictObject({ typing: z.boolean() });
/** `POST read`: everything up to this sequence has been seen. */
export const read = z.strictObject({ sequence });
/** `POST mail` and `POST transcript`. */
export const toAddress = z.strictObject({ email });
export const chatAnswer = z.strictObject({
  survey: z.uuid().exactOptional(),
  score: z.int().min(0).max(10),
  comment: z.string().max(4_000),
});
export const surveyLanguage = z.enum(CHAT_LANGUAGES);
/** `GET articles`. */
export const articlesQuery = z.object({
  q: z.string().max(300),
  language: z.enum(CHAT_LANGUAGES),
  visit: visit.optional(),
});
/** `GET events`. */
export const eventsQuery = z.object({
  after: z.coerce.number().pipe(sequence).default(0),
  /** Asked for where a stream does not come through: the answer ends after the first news. */
  turn: z.literal('1').optional(),
});
