import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import type { OutboundPart, PartFile, PartResult } from '@/domain/channel/conversation';
import { type BotAnswer, callBot, refusalOf } from './api';
import type { TelegramConfig } from './config';

const sent = z.object({ message_id: z.int(), chat: z.object({ id: z.int() }) });

/**
 * Sends one part: a text, or a file with nothing else. In a group it answers the message that it is about. A group that became
 * a supergroup has another id since (Bot API, "ResponseParameters"): it is sent there, once, and what is said there continues
 * the thread.
 */
export async function deliver(
  part: OutboundPart,
  config: TelegramConfig,
  call: CallOutside,
): Promise<PartResult> {
  const answer = await send(part, { config, call });
  const chatId = answer.ok ? undefined : answer.parameters?.migrate_to_chat_id;
  if (chatId === undefined) return resultOf(answer);
  const next = { key: String(chatId), isPublic: true, data: { chatId } } as const;
  const again = { ...part, answers: null, conversation: { ...part.conversation, ...next } };
  const result = resultOf(await send(again, { config, call }));
  if (result.status !== 'sent') return result;
  return { ...result, continuesIn: { ...next, author: null, channel: 'telegram' } };
}

const send = (part: OutboundPart, means: Means): Promise<BotAnswer> => {
  const [file] = part.files;
  return file ? sendFile(part, file, means) : sendText(part, means);
};

function resultOf(answer: BotAnswer): PartResult {
  const result = answer.ok ? sent.safeParse(answer.result) : null;
  if (!result?.success) return refusalOf(answer);
  const { chat, message_id: id } = result.data;
  return { status: 'sent', externalId: `${chat.id}/${id}`, detail: '' };
}

/** Chat ids are numbers of up to 52 bits; our key of a forum's topic has its thread behind a slash. */
function target({ conversation, answers }: OutboundPart): Record<string, unknown> {
  const chatId = Number(conversation.data['chatId'] ?? conversation.key.split('/')[0]);
  const thread = conversation.data['threadId'];
  const messageId = Number(answers?.split('/')[1] ?? 0);
  return {
    chat_id: chatId,
    ...(typeof thread === 'number' && { message_thread_id: thread }),
    ...(conversation.isPublic &&
      messageId > 0 && {
        reply_parameters: { message_id: messageId, allow_sending_without_reply: true },
      }),
  };
}

function sendText(part: OutboundPart, { config, call }: Means): Promise<BotAnswer> {
  const { text } = part;
  return callBot(call, config, 'sendMessage', {
    ...target(part),
    text,
    link_preview_options: { is_disabled: true },
  });
}

type Means = Readonly<{ config: TelegramConfig; call: CallOutside }>;

function sendFile(part: OutboundPart, file: PartFile, { config, call }: Means): Promise<BotAnswer> {
  const isPhoto = /^image\/(jpeg|png|webp)$/.test(file.type) && file.bytes.byteLength <= PHOTO_BYTES;
  const form = new FormData();
  for (const [name, value] of Object.entries(target(part))) {
    form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  if (part.text) form.set('caption', part.text);
  const blob = new Blob([Uint8Array.from(file.bytes)], { type: file.type });
  form.set(isPhoto ? 'photo' : 'document', blob, file.name);
  return callBot(call, config, isPhoto ? 'sendPhoto' : 'sendDocument', form);
}

const PHOTO_BYTES = 10 * 1024 * 1024;
