import type { RawInboundBytes, Unreadable } from '@/channels/contract';
import { metaInstant } from '@/channels/lib/meta-webhook';
import { readJson } from '@/channels/lib/read-json';
import type { ChannelEvent, ReceiptState } from '@/domain/channel/conversation';
import { entryOf } from '@/domain/shared/entry-of';
import { ok, type Result } from '@/domain/shared/result';
import { echoEvent, messageEvent } from './message-event';
import {
  type WhatsappStatus,
  type WhatsappValue,
  whatsappEcho,
  whatsappMessage,
  whatsappPayload,
  whatsappStatus,
} from './payload';

/** What one call says, whatever number and order: messages first, then what became of ours. */
export function readPayload({ bytes }: RawInboundBytes): Result<readonly ChannelEvent[], Unreadable> {
  const parsed = readJson(whatsappPayload, bytes);
  if (!parsed.ok) return parsed;
  const changes = parsed.value.entry.flatMap(({ changes: each }) => each);
  const events = changes.flatMap(({ field, value }) => {
    if (field === 'messages') return eventsOf(value);
    return field === 'smb_message_echoes' ? echoesOf(value) : [ignored(`field_${field}`)];
  });
  return ok(events);
}

function echoesOf({ metadata, contacts, message_echoes: echoes }: WhatsappValue): ChannelEvent[] {
  const account = metadata?.phone_number_id ?? null;
  return echoes.map((raw) => {
    const echo = whatsappEcho.safeParse(raw);
    return echo.success ? echoEvent(echo.data, { account, contacts }) : ignored('unreadable_item');
  });
}

function eventsOf(value: WhatsappValue): ChannelEvent[] {
  const account = value.metadata?.phone_number_id ?? null;
  const messages = value.messages.map((raw) => {
    const message = whatsappMessage.safeParse(raw);
    return message.success
      ? messageEvent(message.data, { account, contacts: value.contacts })
      : ignored('unreadable_item');
  });
  const statuses = value.statuses.map((raw) => {
    const status = whatsappStatus.safeParse(raw);
    return status.success ? receiptOf(status.data, account) : ignored('unreadable_item');
  });
  return [...messages, ...statuses];
}

const STATES: Readonly<Record<string, ReceiptState>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

function receiptOf(status: WhatsappStatus, account: string | null): ChannelEvent {
  const state = entryOf(STATES, status.status);
  if (!state) return ignored(`status_${status.status}`);
  const [error] = status.errors;
  return {
    kind: 'receipt',
    channel: 'whatsapp',
    account,
    externalId: status.id,
    ours: status.biz_opaque_callback_data ?? null,
    state,
    at: metaInstant(status.timestamp),
    code: error ? String(error.code) : '',
    detail: error ? error.error_data?.details || error.title : '',
  };
}

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why: why.slice(0, 60) });
