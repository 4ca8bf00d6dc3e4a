import type { RemoteFile, Unshown } from '@/domain/channel/conversation';
import type { TelegramFile, TelegramMessage } from './update';

/** What stands for a message that has no words: a place, or somebody's number. */
export function textOf(message: TelegramMessage): string {
  const { text, caption, location, contact, sticker, venue, poll, dice } = message;
  const place =
    location && `https://www.openstreetmap.org/?mlat=${location.latitude}&mlon=${location.longitude}`;
  const person = contact && `${contact.first_name} ${contact.phone_number}`.trim();
  const asked = poll && [poll.question, ...poll.options.map((each) => `– ${each.text}`)].join('\n');
  const thrown = dice && `${dice.emoji} ${dice.value}`.trim();
  const named = [venue?.title, venue?.address, place, person, sticker?.emoji, asked, thrown];
  return [text, caption, ...named].filter(Boolean).join('\n');
}

/** What can be seen in Telegram only, so that no message stands empty without a word. */
export function unshownOf(message: TelegramMessage): Unshown[] {
  const { poll, dice, story } = message;
  if (poll) return ['poll'];
  if (dice) return ['dice'];
  if (story !== undefined) return ['story'];
  return isEmpty(message) ? ['unsupported'] : [];
}

const isEmpty = (message: TelegramMessage): boolean =>
  textOf(message) === '' && filesOf(message).length === 0;

/** What Telegram itself says in a chat (Bot API "Message", service messages). */
const NEWS = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'chat_background_set',
  'boost_added',
  'users_shared',
  'chat_shared',
  'connected_website',
  'new_chat_title',
  'new_chat_photo',
  'delete_chat_photo',
  'proximity_alert_triggered',
];

/** Nothing that the customer said: Telegram tells what happened in the chat. */
export const isOnlyNews = (message: TelegramMessage): boolean =>
  isEmpty(message) && NEWS.some((kind) => kind in message);

const KINDS = ['document', 'voice', 'video', 'video_note', 'audio', 'animation', 'sticker'] as const;
const TYPES = {
  voice: 'audio/ogg',
  video: 'video/mp4',
  video_note: 'video/mp4',
  audio: 'audio/mpeg',
  animation: 'video/mp4',
  sticker: 'image/webp',
  document: 'application/octet-stream',
} as const;

export function filesOf(message: TelegramMessage): RemoteFile[] {
  const largest = message.photo.at(-1);
  const photo = largest ? [remote(largest, { name: 'photo.jpg', type: 'image/jpeg' })] : [];
  const kinds = message.animation ? KINDS.filter((kind) => kind !== 'document') : KINDS;
  const others = kinds.flatMap((kind) => {
    const found = message[kind];
    return found ? [remote(found, { name: kind, type: TYPES[kind] })] : [];
  });
  return [...photo, ...others];
}

function remote(file: TelegramFile, { name, type }: Readonly<{ name: string; type: string }>): RemoteFile {
  return {
    name: file.file_name ?? name,
    claimedType: file.mime_type ?? type,
    url: null,
    ref: file.file_id,
    size: file.file_size ?? null,
  };
}
